package dev.shopbell.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// [PostgresForTests], reached through a line that is listened in on. A test that has a field of
/// type `Queue` gets there what was heard, for an [Overheard] to make sense of.
public final class OverheardPostgres implements QuarkusTestResourceLifecycleManager {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private final PostgresForTests postgres = new PostgresForTests();
    private @Nullable OverheardLine line;

    /// After the one of the other tests, so that the application connects here.
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(postgres.start());
        URI direct = URI.create(settings.get(URL).substring("jdbc:".length()));
        OverheardLine opened = new OverheardLine(direct.getPort());
        line = opened;
        settings.put(
                URL,
                "jdbc:postgresql://127.0.0.1:%d%s?sslmode=disable&gssEncMode=disable"
                        .formatted(opened.port(), direct.getPath()));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        if (line != null) {
            injector.injectIntoFields(line.heard(), new TestInjector.MatchesType(Queue.class));
        }
    }

    @Override
    public void stop() {
        try {
            if (line != null) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres.stop();
    }
}
