package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Files as the world makes them: by ImageMagick, ffmpeg and exiftool, into a folder of the build.
final class RealFiles {

    private static final Path FOLDER = Path.of("target", "media-files");

    /// Version 7 calls itself so, version 6 does not.
    static final String MAGICK = isThere("magick") ? "magick" : "convert";

    private RealFiles() {}

    /// An image that ImageMagick writes to `name`; the name's ending says in what format.
    static Path drawn(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(MAGICK);
        command.addAll(Arrays.asList(arguments));
        Path file = place(name);
        command.add(file.toString());
        run(command);
        return file;
    }

    /// A colourful picture with edges, which is alike at no two places.
    static Path photo(String name, int width, int height, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "-size",
                        width + "x" + height,
                        "plasma:red-blue",
                        "-seed",
                        "7",
                        "-fill",
                        "white",
                        "-draw",
                        "rectangle 0,0 %d,%d".formatted(width / 4, height / 8),
                        "-depth",
                        "8"));
        arguments.addAll(List.of(more));
        return drawn(name, arguments.toArray(String[]::new));
    }

    /// Whatever ffmpeg makes of these arguments.
    static Path film(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        Path file = place(name);
        command.add(file.toString());
        run(command);
        return file;
    }

    /// Twelve pictures that move.
    static Path animation(String name, int width, int height) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc=size=%dx%d:rate=10:duration=1.2"
                                        .formatted(width, height)));
        if (name.endsWith(".webp")) {
            arguments.addAll(List.of("-c:v", "libwebp_anim", "-loop", "0"));
        }
        return film(name, arguments.toArray(String[]::new));
    }

    /// Writes tags into a file as cameras do.
    static Path tagged(Path file, String... tags) {
        List<String> command =
                new ArrayList<>(List.of("exiftool", "-q", "-m", "-overwrite_original"));
        command.addAll(List.of(tags));
        command.add(file.toString());
        run(command);
        return file;
    }

    /// Everything exiftool finds in it, embedded streams included, one tag a line.
    static String tagsOf(Path file) {
        return run(
                List.of(
                        "exiftool",
                        "-a",
                        "-G1",
                        "-s",
                        "-ee3",
                        "-api",
                        "RequestAll=2",
                        file.toString()));
    }

    static Path place(String name) {
        try {
            Files.createDirectories(FOLDER);
            return FOLDER.resolve(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path written(String name, byte[] content) {
        try {
            return Files.write(place(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String run(List<String> command) {
        return new String(output(command), UTF_8);
    }

    /// What a command writes to its output; it has to succeed.
    static byte[] output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            process.getOutputStream().close();
            byte[] said = process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).as(() -> String.join(" ", command)).isZero();
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(command.getFirst() + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere(String command) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
