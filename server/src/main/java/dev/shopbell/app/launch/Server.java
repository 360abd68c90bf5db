package dev.shopbell.app.launch;

import dev.shopbell.platform.launch.LaunchException;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The server itself, from its configuration to its end.
final class Server {

    private final Configuration configuration;
    private final DatabaseAddress database;

    Server(Configuration configuration, DatabaseAddress database) {
        this.configuration = configuration;
        this.database = database;
    }

    /// Returns when it has stopped.
    void run() {
        properties().forEach(System::setProperty);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Quarkus.run(null, (_, cause) -> failure.set(cause));
        Throwable cause = failure.get();
        if (cause != null) {
            throw sentenceFor(cause);
        }
    }

    /// What Quarkus calls the things that differ between installations.
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(fixed());
        boolean demo = configuration.task() == CommandLine.Task.SERVE_DEMO;
        properties.put("shopbell.demo", Boolean.toString(demo));
        if (demo) {
            // Follows the port of each run, whatever the data directory was first used with.
            properties.put("shopbell.public-url", "http://localhost:" + configuration.port());
            properties.putAll(mailOfTheDemo());
            properties.put("shopbell.webhook.private-addresses", "true");
        } else if (configuration.publicUrl() != null) {
            properties.put("shopbell.public-url", configuration.publicUrl().origin());
        }
        if (!demo && configuration.smtpUrl() != null && configuration.mailFrom() != null) {
            properties.put("shopbell.mail.smtp-url", configuration.smtpUrl());
            properties.put("shopbell.mail.from", configuration.mailFrom());
        }
        if (!demo && configuration.imapUrl() != null) {
            properties.put("shopbell.mail.imap-url", configuration.imapUrl());
        }
        if (!demo && configuration.smtpDoor() != null) {
            properties.put("shopbell.mail.smtp-door", configuration.smtpDoor());
        }
        return properties;
    }

    /// The demo's mail server listens wherever there is room: nobody has to know beforehand.
    private static Map<String, String> mailOfTheDemo() {
        String smtp = Integer.toString(Preflight.freePort());
        String imap = Integer.toString(Preflight.freePort());
        return Map.of(
                "shopbell.mail.smtp-url",
                "smtp://localhost:" + smtp,
                "shopbell.mail.from",
                "Hearthlow <chat@hearthlow.example>",
                "shopbell.mail.imap-url",
                "imap://chat%40hearthlow.example:demo@localhost:" + imap + "/INBOX",
                "shopbell.mail.plus-addressing",
                "true",
                "shopbell.mail.private-addresses",
                "true",
                "shopbell.mail.any-port",
                "true",
                "shopbell.demo.smtp-port",
                smtp,
                "shopbell.demo.imap-port",
                imap);
    }

    private Map<String, String> fixed() {
        return Map.of(
                // Images are drawn in memory alone, whatever screen the operator sits at.
                "java.awt.headless",
                "true",
                "quarkus.http.host",
                configuration.host(),
                "quarkus.http.port",
                Integer.toString(configuration.port()),
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                database.username(),
                "quarkus.datasource.password",
                database.password(),
                "quarkus.log.console.json.enabled",
                Boolean.toString(configuration.log() == Configuration.LogFormat.JSON),
                "shopbell.data",
                configuration.data().toString());
    }

    /// A reason found while starting is told as it is; anything else is a bug, whose trace goes to
    /// a file, because the terminal is for whoever operates this.
    private LaunchException sentenceFor(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LaunchException reason) {
                return reason;
            }
        }
        Path trace = configuration.data().resolve("last-failure.txt");
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(trace))) {
            failure.printStackTrace(writer);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return new LaunchException(
                "The server did not start (" + failure.getMessage() + "): see " + trace + ".",
                failure);
    }
}
