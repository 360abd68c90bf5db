package dev.shopbell.app.launch;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was typed after `java -jar`. An option that was not given is null.
record CommandLine(@Nullable Integer port, @Nullable Path data, Task task) {

    static final String HELP =
            """
            Usage: java -jar quarkus-run.jar [options]

              --port N     where to answer, instead of SHOPBELL_PORT or 8080
              --data DIR   where to keep everything, instead of SHOPBELL_DATA or ./data
              --demo       with a demo store, its staff and some conversations
              --database   only the embedded database, until stopped
              --help       this text

            Environment: SHOPBELL_HOST, SHOPBELL_PORT, SHOPBELL_DATA, SHOPBELL_DATABASE_URL,
            SHOPBELL_SECRET_KEY, SHOPBELL_SMTP_URL, SHOPBELL_MAIL_FROM, SHOPBELL_LOG (text or json).
            """;

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
