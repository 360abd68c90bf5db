package dev.shopbell.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was typed after `java -jar`. An option that was not given is null.
record CommandLine(@Nullable Integer port, @Nullable Path data, Task task) {

    enum Task {
        SERVE,
        SERVE_DEMO,
        DATABASE_ONLY,
        HELP
    }

    static CommandLine parse(String... arguments) {
        CommandLine line = new CommandLine(null, null, Task.SERVE);
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            line = line.with(rest.next(), rest);
        }
        return line;
    }

    /// Also for scripts, which say it before anything is built.
    static String help() {
        try (InputStream usage = CommandLine.class.getResourceAsStream("/usage.txt")) {
            return new String(Objects.requireNonNull(usage).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int portIn(String origin, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw new UsageException(
                String.format(
                        Locale.ROOT,
                        "%s is a number from 1 to 65535, and not \"%s\".",
                        origin,
                        text));
    }

    private CommandLine with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--port" -> new CommandLine(portIn("--port", valueOf(option, rest)), data, task);
            case "--data" -> new CommandLine(port, Path.of(valueOf(option, rest)), task);
            case "--demo" -> new CommandLine(port, data, Task.SERVE_DEMO);
            case "--database" -> new CommandLine(port, data, Task.DATABASE_ONLY);
            case "--help" -> new CommandLine(port, data, Task.HELP);
            default ->
                    throw new UsageException(
                            "There is no option \"" + option + "\": --help lists them.");
        };
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value after it.");
        }
        return rest.next();
    }
}
