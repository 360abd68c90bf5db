package dev.shopbell.benchmark.imports;

import dev.shopbell.benchmark.program.Postgres;
import dev.shopbell.benchmark.program.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/// The same rows by COPY into tables of the same columns, keys and checks: as fast as PostgreSQL
/// takes rows.
final class PlainCopy {

    private static final List<String> TABLES = List.of("shop_customer", "shop_order");

    private final Postgres postgres;
    private final Path folder;

    PlainCopy(Postgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /// Seconds that the rows of this store take, a transaction for each table.
    double seconds(int store) throws SQLException, IOException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            double seconds = 0;
            for (String table : TABLES) {
                Path rows = folder.resolve(table + ".rows");
                write(connection, table, store, rows);
                statement.execute(
                        "CREATE TABLE benchmark_copy (LIKE %s INCLUDING ALL)".formatted(table));
                seconds += read(connection, rows);
                statement.execute("DROP TABLE benchmark_copy");
                Files.delete(rows);
            }
            return seconds;
        }
    }

    private static void write(Connection connection, String table, int store, Path rows)
            throws SQLException, IOException {
        try (OutputStream file = Files.newOutputStream(rows)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT * FROM %s WHERE store_id = '%s') TO STDOUT"
                                    .formatted(table, World.storeId(store)),
                            file);
        }
    }

    private static double read(Connection connection, Path rows) throws SQLException, IOException {
        try (InputStream file = Files.newInputStream(rows)) {
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY benchmark_copy FROM STDIN", file);
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
