package dev.shopbell.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many files and sockets a process may have open. Java raises its soft limit to the hard one.
public final class OpenFiles {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern HARD = Pattern.compile("(?m)^Max open files +\\S+ +(\\d+)");
    private static final int BESIDES = 1_000; // jars, the database, clients that only post

    private OpenFiles() {}

    /// A sentence when a process may not have this many sockets.
    public static Optional<String> missing(int sockets) {
        try {
            Matcher limit = HARD.matcher(Files.readString(LIMITS));
            int needed = sockets + BESIDES;
            return limit.find() && Long.parseLong(limit.group(1)) < needed
                    ? Optional.of(
                            "A process may open %s files only: raise the limit to %d (ulimit -Hn)."
                                    .formatted(limit.group(1), needed))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
