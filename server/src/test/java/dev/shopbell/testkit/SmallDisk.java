package dev.shopbell.testkit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk of so many megabytes, in memory. Only root may mount one.
public record SmallDisk(Path folder, boolean isMounted) implements AutoCloseable {

    private static final String BALLAST = "ballast";

    public static SmallDisk mountedOn(Path folder, int megabytes) throws IOException {
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", size(megabytes), "tmpfs", folder.toString());
        return new SmallDisk(folder, mounted);
    }

    public void grow(int megabytes) throws IOException {
        run("mount", "-o", "remount," + size(megabytes), folder.toString());
    }

    public void freeze() throws IOException {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    /// Takes what room there is, also what has become free since the last time.
    public void fill() {
        byte[] page = new byte[4096];
        boolean append = true;
        try (OutputStream ballast =
                new FileOutputStream(folder.resolve(BALLAST).toFile(), append)) {
            while (true) {
                ballast.write(page);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Gives the room back that was taken.
    public void clear() throws IOException {
        Files.deleteIfExists(folder.resolve(BALLAST));
    }

    @Override
    public void close() throws IOException {
        if (isMounted) {
            run("umount", folder.toString());
        }
    }

    private static String size(int megabytes) {
        return "size=" + megabytes + "m";
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }
}
