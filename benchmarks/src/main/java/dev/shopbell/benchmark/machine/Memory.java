package dev.shopbell.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Java process holds, in bytes: objects that are still used, and memory of the machine.
public record Memory(long liveHeap, long resident) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    /// Collects garbage first, twice: what a finaliser held goes with the second.
    public static Memory of(long pid) {
        histogram(pid);
        String histogram = histogram(pid);
        return new Memory(
                number(TOTAL, histogram),
                1024 * number(RESIDENT, read(Path.of("/proc", Long.toString(pid), "status"))));
    }

    private static String histogram(long pid) {
        try {
            Process jcmd =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                            .toString(),
                                    Long.toString(pid),
                                    "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }
}
