package dev.shopbell.attachment.media;

import dev.shopbell.platform.http.RefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Lets a Java process with little memory look at files.
final class TightHeap {

    private TightHeap() {}

    /// One line a file: the answer.
    static List<String> answers(List<Path> files) {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classes,
                                TightHeap.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        return RealFiles.run(command).lines().toList();
    }

    public static void main(String[] files) {
        MediaIntake intake = new MediaIntake();
        for (String file : files) {
            System.out.println(answer(intake, Path.of(file)));
        }
    }

    private static String answer(MediaIntake intake, Path file) {
        try {
            AcceptedMedia accepted = intake.accept(RealFiles.bytes(file));
            return "%s: %s of %d x %d"
                    .formatted(
                            file.getFileName(),
                            accepted.mediaType(),
                            accepted.width(),
                            accepted.height());
        } catch (RefusedException e) {
            return file.getFileName() + ": " + e.refusal().code();
        } catch (OutOfMemoryError e) {
            return file.getFileName() + ": out of memory";
        }
    }
}
