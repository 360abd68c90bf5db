package dev.shopbell.platform.database.embedded;

import java.sql.SQLException;

/// One line in a table, to see whether it survives.
record Note(EmbeddedPostgres postgres) {

    void write(String text) throws SQLException {
        Sql.run(postgres, "CREATE TABLE note (text text)");
        Sql.run(postgres, "INSERT INTO note (text) VALUES ('" + text + "')");
    }

    String read() throws SQLException {
        return Sql.ask(postgres, "SELECT text FROM note");
    }
}
