package dev.shopbell.benchmark.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// What a number was measured on: without it, it says nothing.
public record Machine(
        String processor, int cores, long memoryMegabytes, String jdk, String commit, Instant at) {

    /// `commit` is what `git` says of the sources.
    public static Machine here(String commit, Instant at) {
        return new Machine(
                field(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field(Path.of("/proc/meminfo"), "MemTotal").split(" ", 2)[0]) / 1024,
                System.getProperty("java.vendor.version", System.getProperty("java.version")),
                commit,
                at);
    }

    /// One line, for people.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GB; %s; commit %s; %s",
                processor,
                cores,
                memoryMegabytes / 1024.0,
                jdk,
                commit,
                at);
    }

    public void writeTo(ObjectNode node) {
        Map<String, Object> fields =
                Map.of(
                        "processor",
                        processor,
                        "cores",
                        cores,
                        "memoryMegabytes",
                        memoryMegabytes,
                        "jdk",
                        jdk,
                        "commit",
                        commit,
                        "at",
                        at.toString());
        fields.forEach(node::putPOJO);
    }

    private static String field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
