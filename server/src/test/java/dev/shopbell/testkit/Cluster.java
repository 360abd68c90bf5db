package dev.shopbell.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// The PostgreSQL that a Shopbell watches over, as its files show it to everybody else.
public record Cluster(Path data) {

    // postmaster.pid, line by line: https://doxygen.postgresql.org/pidfile_8h.html
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /// As the owner, whom row-level security does not bind.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/shopbell".formatted(port()),
                "shopbell_owner",
                read(data.resolve("postgres/owner.password")).getFirst());
    }

    public int port() {
        return Integer.parseInt(note().get(PORT_LINE).strip());
    }

    /// `kill -9`; says whether there was anything to kill.
    public boolean kill() {
        if (!Files.exists(noteFile())) {
            return false;
        }
        long pid = Long.parseLong(note().get(PID_LINE).strip());
        return ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    private List<String> note() {
        return read(noteFile());
    }

    private Path noteFile() {
        return data.resolve("postgres/cluster/postmaster.pid");
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
