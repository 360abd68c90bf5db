package dev.shopbell.testkit;

import dev.shopbell.platform.database.Migrations;
import dev.shopbell.platform.database.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL for the application under test: the embedded one, migrated from empty, in a
/// directory of its own below `target`. What a test profile hands it as arguments are settings that
/// win over those made here.
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    /// A busy test is not to meet the limits that a busy visitor would.
    private static final Map<String, String> UNLIMITED =
            Stream.of(
                            "visitor-posts-per-minute",
                            "address-posts-per-minute",
                            "address-new-visitors-per-minute",
                            "visitor-uploads-per-minute",
                            "visitor-tellings-per-minute",
                            "address-confirmations-per-minute",
                            "address-uploads-per-minute",
                            "store-uploads-per-minute",
                            "member-uploads-per-minute",
                            "account-sign-ins-per-minute",
                            "account-sign-ins-per-day",
                            "account-sign-ins-anywhere-per-minute",
                            "account-sign-ins-anywhere-per-day",
                            "address-sign-ins-per-minute",
                            "account-password-resets-per-minute",
                            "account-password-resets-per-day",
                            "store-invitations-per-minute",
                            "addressee-invitations-per-minute",
                            "member-searches-per-minute",
                            "member-drafts-per-minute",
                            "member-bulk-actions-per-minute",
                            "member-transcripts-per-minute",
                            "api-key-requests-per-minute",
                            "set-up-codes-per-minute")
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    name -> "shopbell.limits." + name, _ -> "1000000"));

    private Map<String, String> wanted = Map.of();
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        wanted = Map.copyOf(arguments);
    }

    @Override
    public Map<String, String> start() {
        Path directory = directory();
        EmbeddedPostgres started = EmbeddedPostgres.start(directory);
        postgres = started;
        Migrations.migrate(started.jdbcUrl(), started.username(), started.password());
        Map<String, String> settings = new HashMap<>(UNLIMITED);
        settings.put("shopbell.public-url", Given.ORIGIN);
        settings.put("shopbell.metrics.token", Given.METRICS_TOKEN);
        settings.put("quarkus.datasource.jdbc.url", started.jdbcUrl());
        settings.put("quarkus.datasource.username", started.username());
        settings.put("quarkus.datasource.password", started.password());
        settings.put("shopbell.test.superuser-password", superuserPassword(directory));
        settings.putAll(wanted);
        return settings;
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }

    private static String superuserPassword(Path directory) {
        try {
            return Files.readString(directory.resolve("postgres/superuser.password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(parent, "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
