package dev.shopbell.app.launch;

import dev.shopbell.email.inbound.DoorAddress;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.platform.mail.MailConfiguration;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that differs between installations, from the environment and the command line; the
/// command line wins.
///
/// @param database where PostgreSQL runs; null means the one we bring along
/// @param publicUrl where browsers reach the server; null means what set-up was told
/// @param smtpUrl where mail leaves; null means that none does. `mailFrom` comes with it
/// @param imapUrl where mail comes in; null means that none does, but for what stores set
///   themselves
/// @param smtpDoor where other mail servers hand mail over; null means nowhere
/// @param secret what every key is derived from; null means a file in the data directory
record Configuration(
        String host,
        int port,
        Path data,
        @Nullable DatabaseAddress database,
        @Nullable PublicUrl publicUrl,
        @Nullable String smtpUrl,
        @Nullable String mailFrom,
        @Nullable String imapUrl,
        @Nullable String smtpDoor,
        @Nullable String secret,
        LogFormat log,
        CommandLine.Task task) {

    private static final int LAST_PORT = 65_535;

    Configuration {
        if (task == CommandLine.Task.SERVE_DEMO && port == LAST_PORT) {
            throw new UsageException(
                    "The demo takes two ports, this one and the next: choose one below 65535.");
        }
    }

    enum LogFormat {
        TEXT,
        JSON
    }

    static Configuration of(CommandLine commandLine, Map<String, String> environment) {
        String url = environment.get("SHOPBELL_DATABASE_URL");
        String smtpUrl = filled(environment.get("SHOPBELL_SMTP_URL"));
        String mailFrom = filled(environment.get("SHOPBELL_MAIL_FROM"));
        String imapUrl = filled(environment.get("SHOPBELL_IMAP_URL"));
        MailConfiguration.complaint(smtpUrl, mailFrom)
                .or(() -> MailConfiguration.complaint(imapUrl))
                .ifPresent(complaint -> {
                    throw new UsageException(complaint);
                });
        return new Configuration(
                environment.getOrDefault("SHOPBELL_HOST", "127.0.0.1"),
                commandLine.port() != null
                        ? commandLine.port()
                        : portIn(environment.getOrDefault("SHOPBELL_PORT", "8080")),
                commandLine.data() != null
                        ? commandLine.data()
                        : Path.of(environment.getOrDefault("SHOPBELL_DATA", "data")),
                url == null || url.isBlank() ? null : DatabaseAddress.parse(url.strip()),
                publicUrlIn(environment.get("SHOPBELL_PUBLIC_URL")),
                smtpUrl,
                mailFrom,
                imapUrl,
                doorIn(environment.get("SHOPBELL_SMTP_DOOR")),
                environment.get("SHOPBELL_SECRET_KEY"),
                logFormatIn(environment.getOrDefault("SHOPBELL_LOG", "text")),
                commandLine.task());
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String doorIn(@Nullable String text) {
        String door = filled(text);
        if (door != null && !DoorAddress.fits(door)) {
            throw new UsageException("SHOPBELL_SMTP_DOOR has the form host:port.");
        }
        return door;
    }

    private static int portIn(String text) {
        return CommandLine.portIn("SHOPBELL_PORT", text);
    }

    private static @Nullable PublicUrl publicUrlIn(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : PublicUrl.parse(text)
                        .orElseThrow(() ->
                                new UsageException(
                                        "SHOPBELL_PUBLIC_URL is an https address, or http"
                                                + " on this machine."));
    }

    private static LogFormat logFormatIn(String text) {
        return switch (text) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new UsageException("SHOPBELL_LOG is either text or json.");
        };
    }
}
