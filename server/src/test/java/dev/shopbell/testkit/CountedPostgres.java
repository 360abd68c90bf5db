package dev.shopbell.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// [PostgresForTests] behind a [TripCounter], which a test gets in its field of that type.
public final class CountedPostgres implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private final PostgresForTests postgres = new PostgresForTests();
    private @Nullable TripCounter counter;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(postgres.start());
        settings.computeIfPresent(URL, (_, url) -> through(url));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(counter, new TestInjector.MatchesType(TripCounter.class));
    }

    @Override
    public void stop() {
        try {
            if (counter != null) {
                counter.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            postgres.stop();
        }
    }

    private String through(String url) {
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        try {
            TripCounter started = TripCounter.before(port);
            counter = started;
            return url.replace(":" + port + "/", ":" + started.port() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
