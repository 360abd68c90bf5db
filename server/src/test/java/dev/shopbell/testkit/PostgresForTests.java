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
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL for the application under test: the embedded one, migrated from empty, in a
/// directory of its own below `target`. What a test profile hands it as arguments are settings that
/// win over those made here.
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

    /// A busy test is not to meet the limits that a busy visitor would.
    private static final Map<String, String> UNLIMITED =
            Map.of(
                    "shopbell.limits.visitor-posts-per-minute", "1000000",
                    "shopbell.limits.address-posts-per-minute", "1000000",
                    "shopbell.limits.address-new-visitors-per-minute", "1000000",
                    "shopbell.limits.account-sign-ins-per-minute", "1000000",
                    "shopbell.limits.account-sign-ins-anywhere-per-minute", "1000000",
                    "shopbell.limits.address-sign-ins-per-minute", "1000000",
                    "shopbell.limits.account-password-resets-per-minute", "1000000",
                    "shopbell.limits.store-invitations-per-minute", "1000000",
                    "shopbell.limits.addressee-invitations-per-minute", "1000000",
                    "shopbell.limits.set-up-codes-per-minute", "1000000");

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
