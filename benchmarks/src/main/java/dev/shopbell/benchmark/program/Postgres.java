package dev.shopbell.benchmark.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The PostgreSQL that a Shopbell keeps in its data directory, reached past the server.
public record Postgres(Path data) {

    public static final String OWNER = "shopbell_owner";
    public static final String DATABASE = "shopbell";

    // postmaster.pid, line by line: https://doxygen.postgresql.org/pidfile_8h.html
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    public long pid() {
        return Long.parseLong(note().get(PID_LINE).strip());
    }

    public int port() {
        return Integer.parseInt(note().get(PORT_LINE).strip());
    }

    public String ownerPassword() {
        return lines(data.resolve("postgres/owner.password")).getFirst();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
                .formatted(port(), DATABASE);
    }

    /// As the owner, whom row-level security does not bind.
    public void run(String statements) {
        run(OWNER, ownerPassword(), statements);
    }

    public void runAsSuperuser(String statements) {
        run("postgres", lines(data.resolve("postgres/superuser.password")).getFirst(), statements);
    }

    /// The first column of the first row.
    public String ask(String query) {
        try (Connection connection = connect(OWNER, ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everything it has written down today.
    public String log() {
        try (var files = Files.list(data.resolve("postgres/log"))) {
            StringBuilder log = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                log.append(Files.readString(file));
            }
            return log.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String user, String password, String statements) {
        try (Connection connection = connect(user, password);
                Statement statement = connection.createStatement()) {
            for (String each : statements.split(";\n")) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As the owner.
    public Connection connect() throws SQLException {
        return connect(OWNER, ownerPassword());
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    private List<String> note() {
        return lines(data.resolve("postgres/cluster/postmaster.pid"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
