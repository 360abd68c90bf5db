package dev.shopbell.attachment.media;

import dev.shopbell.platform.http.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Lets a Java process with little memory look at files.
///
/// What decoders take outside of its heap is in the memory that the system says it had at most.
final class TightHeap {

    private TightHeap() {}

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String AT_MOST = "VmHWM:";

    /// @param answers one line a file
    /// @param kilobytes that it had at most; 0 where the system does not say
    record Looked(List<String> answers, long kilobytes) {}

    static Looked at(List<Path> files) {
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
        List<String> lines = RealFiles.run(command).lines().toList();
        return new Looked(
                lines.stream().filter(line -> !line.startsWith(AT_MOST)).toList(),
                lines.stream()
                        .filter(line -> line.startsWith(AT_MOST))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .max()
                        .orElse(0));
    }

    public static void main(String[] files) throws IOException {
        MediaIntake intake = new MediaIntake();
        for (String file : files) {
            System.out.println(answer(intake, Path.of(file)));
        }
        if (Files.exists(STATUS)) {
            Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(AT_MOST))
                    .forEach(System.out::println);
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
