package dev.shopbell.platform.database.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The databases that a test has started, so that none outlives it. They share one unpacked
/// PostgreSQL: unpacking takes longer than everything else.
final class Started {

    private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private final List<EmbeddedPostgres> running = new ArrayList<>();

    EmbeddedPostgres in(Path data) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresHome.in(data), BINARIES);
        running.add(postgres);
        return postgres;
    }

    void stopAll() {
        running.forEach(EmbeddedPostgres::stop);
        running.clear();
    }
}
