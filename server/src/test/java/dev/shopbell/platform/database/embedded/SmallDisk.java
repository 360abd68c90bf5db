package dev.shopbell.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Path;

/// A disk of a few megabytes, in memory. Only root may mount one.
record SmallDisk(Path folder, boolean isMounted) implements AutoCloseable {

    static SmallDisk mountedOn(Path folder) throws IOException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", folder.toString());
        return new SmallDisk(folder, mounted);
    }

    void grow() throws IOException {
        run("mount", "-o", "remount,size=500m", folder.toString());
    }

    void freeze() throws IOException {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() throws IOException {
        if (isMounted) {
            run("umount", folder.toString());
        }
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
