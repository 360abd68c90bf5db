package dev.shopbell.app.launch;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that differs between installations, from the environment and the command line; the
/// command line wins.
///
/// @param database where PostgreSQL runs; null means the one we bring along
/// @param secret what every key is derived from; null means a file in the data directory
record Configuration(
        String host,
        int port,
        Path data,
        @Nullable DatabaseAddress database,
        @Nullable String secret,
        LogFormat log,
        CommandLine.Task task) {

    enum LogFormat {
        TEXT,
        JSON
    }

    static Configuration of(CommandLine commandLine, Map<String, String> environment) {
        String url = environment.get("SHOPBELL_DATABASE_URL");
        return new Configuration(
                environment.getOrDefault("SHOPBELL_HOST", "127.0.0.1"),
                commandLine.port() != null
                        ? commandLine.port()
                        : portIn(environment.getOrDefault("SHOPBELL_PORT", "8080")),
                commandLine.data() != null
                        ? commandLine.data()
                        : Path.of(environment.getOrDefault("SHOPBELL_DATA", "data")),
                url == null || url.isBlank() ? null : DatabaseAddress.parse(url.strip()),
                environment.get("SHOPBELL_SECRET_KEY"),
                logFormatIn(environment.getOrDefault("SHOPBELL_LOG", "text")),
                commandLine.task());
    }

    private static int portIn(String text) {
        return CommandLine.portIn("SHOPBELL_PORT", text);
    }

    private static LogFormat logFormatIn(String text) {
        return switch (text) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new UsageException("SHOPBELL_LOG is either text or json.");
        };
    }
}
