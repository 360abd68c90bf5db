package dev.shopbell.benchmark.inbox;

import dev.shopbell.benchmark.program.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Fills a database with stores, by COPY as the owner of the tables. Done in parts, each a
/// transaction that also notes that it is done: what was interrupted goes on where it stopped.
final class Seeding {

    private static final int PART = 50_000;
    private static final String END = "end";

    private final Postgres postgres;
    private final Words words = new Words();

    Seeding(Postgres postgres) {
        this.postgres = postgres;
    }

    void seed(List<SeededStore> stores) throws SQLException, IOException {
        try (Connection connection = postgres.connect()) {
            run(
                    connection,
                    """
                    CREATE TABLE IF NOT EXISTS benchmark_done (part text PRIMARY KEY);
                    CREATE TABLE IF NOT EXISTS benchmark_key (name text PRIMARY KEY, definition text NOT NULL);
                    """);
            if (isDone(connection, END)) {
                return;
            }
            connection.setAutoCommit(false);
            dropKeysOfMessages(connection);
            for (SeededStore store : stores) {
                part(connection, store.number() + " store", () -> openStore(connection, store));
                for (int first = 0; first < store.conversations(); first += PART) {
                    int from = first;
                    part(
                            connection,
                            store.number() + " conversations " + from,
                            () -> conversations(connection, store, from));
                }
                for (int first = 0; first < store.ticks(); first += PART) {
                    int from = first;
                    part(
                            connection,
                            store.number() + " messages " + from,
                            () -> messages(connection, store, from));
                }
            }
            makeKeysOfMessages(connection);
            connection.setAutoCommit(true);
            run(connection, "VACUUM ANALYZE");
            run(connection, "INSERT INTO benchmark_done VALUES ('" + END + "')");
        }
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }

    private static void part(Connection connection, String part, Work work)
            throws SQLException, IOException {
        if (isDone(connection, part)) {
            return;
        }
        work.run();
        try (PreparedStatement note =
                connection.prepareStatement("INSERT INTO benchmark_done VALUES (?)")) {
            note.setString(1, part);
            note.executeUpdate();
        }
        connection.commit();
        System.out.println("  seeded: " + part);
    }

    private static boolean isDone(Connection connection, String part) throws SQLException {
        try (PreparedStatement question =
                connection.prepareStatement("SELECT FROM benchmark_done WHERE part = ?")) {
            question.setString(1, part);
            try (ResultSet row = question.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Keys and indexes of a full table are made much faster than kept.
    private static void dropKeysOfMessages(Connection connection) throws SQLException {
        run(
                connection,
                """
                INSERT INTO benchmark_key
                SELECT conname, format('ALTER TABLE message ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
                  FROM pg_constraint WHERE conrelid = 'message'::regclass AND contype IN ('p', 'u', 'f')
                 UNION ALL
                SELECT indexname, indexdef FROM pg_indexes
                 WHERE tablename = 'message'
                   AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE conrelid = 'message'::regclass)
                ON CONFLICT DO NOTHING;
                DO $$
                DECLARE
                    old text;
                BEGIN
                    FOR old IN SELECT conname FROM pg_constraint JOIN benchmark_key k ON k.name = conname
                                 WHERE conrelid = 'message'::regclass LOOP
                        EXECUTE format('ALTER TABLE message DROP CONSTRAINT %I', old);
                    END LOOP;
                    FOR old IN SELECT indexname FROM pg_indexes JOIN benchmark_key k ON k.name = indexname
                                 WHERE tablename = 'message' LOOP
                        EXECUTE format('DROP INDEX %I', old);
                    END LOOP;
                END
                $$
                """);
        connection.commit();
    }

    private static void makeKeysOfMessages(Connection connection) throws SQLException {
        run(connection, "SET maintenance_work_mem = '1GB'");
        List<String> definitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                SELECT definition FROM benchmark_key
                                 WHERE name NOT IN (SELECT conname FROM pg_constraint WHERE conrelid = 'message'::regclass)
                                   AND name NOT IN (SELECT indexname FROM pg_indexes WHERE tablename = 'message')
                                """)) {
            while (rows.next()) {
                definitions.add(rows.getString(1));
            }
        }
        for (String definition : definitions) {
            run(connection, definition);
            connection.commit();
            System.out.println("  made: " + definition);
        }
    }

    private static void openStore(Connection connection, SeededStore store) throws SQLException {
        run(
                connection,
                """
                INSERT INTO store (store_id, name, public_key, time_zone, settings, created_at)
                SELECT '{store}', 'Store {number}', lpad('{number}', 24, '9'), 'Europe/Warsaw', '{}', now();
                INSERT INTO store_feed (store_id, feed_seq) VALUES ('{store}', {messages});
                INSERT INTO role (store_id, role_id, name, permissions)
                VALUES ('{store}', '{role}', 'Conversation management', '{conversation_management}');
                """
                        .replace("{store}", store.id().toString())
                        .replace("{role}", store.role().toString())
                        .replace("{number}", Integer.toString(store.number()))
                        .replace(
                                "{messages}",
                                Integer.toString(store.conversations() * SeededStore.MESSAGES)));
        for (int member = 0; member < SeededStore.STAFF; member++) {
            run(
                    connection,
                    """
                    INSERT INTO staff (staff_id, email, name, password_hash, created_at)
                    VALUES ('{staff}', '{staff}@example.com', 'Maya {member}', '', now());
                    INSERT INTO membership (store_id, staff_id, joined_at) VALUES ('{store}', '{staff}', now());
                    INSERT INTO membership_role (store_id, staff_id, role_id) VALUES ('{store}', '{staff}', '{role}');
                    """
                            .replace("{store}", store.id().toString())
                            .replace("{staff}", store.staff(member).toString())
                            .replace("{role}", store.role().toString())
                            .replace("{member}", Integer.toString(member)));
        }
        run(
                connection,
                """
                INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at)
                VALUES (sha256(convert_to('%s', 'UTF8')), '%s', now(), now() + interval '10 years')
                """
                        .formatted(store.token(), store.staff(0)));
    }

    private void conversations(Connection connection, SeededStore store, int from)
            throws SQLException, IOException {
        int end = Math.min(from + PART, store.conversations());
        copy(
                connection,
                "customer (store_id, customer_id, name, email, created_at)",
                from,
                end,
                (n, line) ->
                        line.add(store.id())
                                .add(store.customer(n))
                                .add(Words.name(n))
                                .add(Words.email(n))
                                .add(store.at(n)));
        copy(
                connection,
                """
                conversation (store_id, conversation_id, customer_id, status, assignee_id, blocked_at, blocked_by,
                              last_seq, last_public_seq, customer_messages, cleared_messages, delivered_public_seq,
                              seen_public_seq, staff_seen_public_seq, preview_kind, preview_author_id, preview_text,
                              last_activity_at, created_at, version, feed_seq)
                """,
                from,
                end,
                (n, line) -> conversation(store, n, line));
        copy(
                connection,
                "conversation_member (store_id, conversation_id, staff_id, read_seq, read_messages)",
                from,
                end,
                (n, line) -> {
                    if (store.assignee(n) <= 0 && (!store.isUnresolved(n) || store.isRead(n))) {
                        line.add(store.id())
                                .add(store.conversation(n))
                                .add(store.staff(0))
                                .add(SeededStore.MESSAGES)
                                .add(SeededStore.OF_CUSTOMER);
                    }
                });
    }

    private void conversation(SeededStore store, int n, Line line) {
        int last = store.tickOf(n, SeededStore.MESSAGES);
        boolean unresolved = store.isUnresolved(n);
        boolean blocked = store.isBlocked(n);
        line.add(store.id())
                .add(store.conversation(n))
                .add(store.customer(n))
                .add(unresolved ? "unresolved" : "resolved")
                .add(store.assignee(n) < 0 ? null : store.staff(store.assignee(n)))
                .add(blocked ? store.at(last) : null)
                .add(blocked ? store.staff(0) : null)
                .add(SeededStore.MESSAGES)
                .add(SeededStore.MESSAGES - 1)
                .add(SeededStore.OF_CUSTOMER)
                .add(unresolved ? 0 : SeededStore.OF_CUSTOMER)
                .add(SeededStore.MESSAGES - 1)
                .add(SeededStore.MESSAGES - 1)
                .add(SeededStore.MESSAGES - 1)
                .add("staff")
                .add(store.staff(1))
                .add(words.message(numberOf(n, SeededStore.MESSAGES)))
                .add(store.at(last))
                .add(store.at(n))
                .add(SeededStore.MESSAGES + 1)
                .add(last);
    }

    private void messages(Connection connection, SeededStore store, int from)
            throws SQLException, IOException {
        copy(
                connection,
                """
                message (store_id, conversation_id, seq, public_seq, client_id, kind, author_id, body, sent_at,
                         feed_seq)
                """,
                from,
                Math.min(from + PART, store.ticks()),
                (tick, line) -> store.saidAt(tick, (n, seq) -> message(store, tick, n, seq, line)));
    }

    private void message(SeededStore store, int tick, int n, int seq, Line line) {
        String kind = SeededStore.KINDS[seq - 1];
        line.add(store.id())
                .add(store.conversation(n))
                .add(seq)
                .add(seq == SeededStore.NOTE ? null : seq > SeededStore.NOTE ? seq - 1 : seq)
                .add(store.message(n, seq))
                .add(kind)
                .add(kind.equals("customer") ? null : store.staff(1))
                .add(words.message(numberOf(n, seq)))
                .add(store.at(tick))
                .add(tick)
                .end();
    }

    private static long numberOf(int conversation, int seq) {
        return conversation * (long) SeededStore.MESSAGES + seq;
    }

    private interface Rows {
        void write(int number, Line line);
    }

    private static void copy(Connection connection, String table, int from, int end, Rows rows)
            throws SQLException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table.strip() + " FROM STDIN");
        Line line = new Line();
        for (int number = from; number < end; number++) {
            rows.write(number, line);
            byte[] bytes = line.take().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                copy.writeToCopy(bytes, 0, bytes.length);
            }
        }
        copy.endCopy();
    }

    private static void run(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
