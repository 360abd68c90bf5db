package dev.shopbell.benchmark.live;

import dev.shopbell.benchmark.posts.Meaning;
import dev.shopbell.benchmark.posts.Post;
import dev.shopbell.benchmark.posts.Post.Parameter;
import dev.shopbell.benchmark.posts.Post.Statement;
import dev.shopbell.benchmark.program.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Posting's SQL on plain JDBC: the captured statements, in as many trips, on a few connections
/// that are kept.
final class BareDatabase {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Duration QUIET = Duration.ofSeconds(10);

    /// One connection with its statements prepared.
    private record Session(
            Connection connection, PreparedStatement reading, PreparedStatement writing) {}

    private final BlockingQueue<Session> sessions;
    private final List<Parameter> readingParameters;
    private final List<Parameter> writingParameters;

    private BareDatabase(
            BlockingQueue<Session> sessions, List<Parameter> reading, List<Parameter> writing) {
        this.sessions = sessions;
        this.readingParameters = reading;
        this.writingParameters = writing;
    }

    static BareDatabase connect(String url, String password, Post post, int connections)
            throws SQLException {
        List<Statement> reading =
                post.trips().getFirst().stream()
                        .filter(statement -> !statement.text().equals("BEGIN"))
                        .toList();
        List<Statement> writing = post.trips().get(1);
        BlockingQueue<Session> sessions = new ArrayBlockingQueue<>(connections);
        for (int number = 0; number < connections; number++) {
            // Values go as text, and PostgreSQL knows what they are.
            Connection connection =
                    DriverManager.getConnection(
                            url + "&stringtype=unspecified&options=-c%20role=shopbell_server",
                            Postgres.OWNER,
                            password);
            connection.setAutoCommit(false);
            sessions.add(
                    new Session(
                            connection,
                            connection.prepareStatement(text(reading)),
                            connection.prepareStatement(text(writing))));
        }
        return new BareDatabase(sessions, parameters(reading), parameters(writing));
    }

    /// Returns when it is committed.
    void post(Map<Meaning, String> known) throws SQLException, InterruptedException {
        Session session = sessions.take();
        try {
            Map<Meaning, String> values = new EnumMap<>(known);
            Instant now = Instant.now();
            values.put(Meaning.NOW, now.toString());
            tellStaff(values, now);
            bind(session.reading(), readingParameters, values);
            boolean isRows = session.reading().execute();
            while (isRows || session.reading().getUpdateCount() >= 0) {
                try (ResultSet row = session.reading().getResultSet()) {
                    readNumbers(row, values);
                }
                isRows = session.reading().getMoreResults();
            }
            bind(session.writing(), writingParameters, values);
            session.writing().execute();
            session.connection().commit();
        } finally {
            sessions.add(session);
        }
    }

    /// The work that tells staff, as the server words it.
    private static void tellStaff(Map<Meaning, String> values, Instant now) {
        String store = Objects.requireNonNull(values.get(Meaning.STORE));
        String conversation = Objects.requireNonNull(values.get(Meaning.CONVERSATION));
        values.put(Meaning.DUE_KEY, store + "/" + conversation);
        values.put(
                Meaning.DUE_DATA,
                "{\"store\":\"%s\",\"conversation\":\"%s\",\"since\":\"%s\"}"
                        .formatted(store, conversation, now));
        values.put(Meaning.DUE_AT, now.plus(QUIET).toString());
    }

    private static void readNumbers(ResultSet row, Map<Meaning, String> values)
            throws SQLException {
        if (row.getMetaData().getColumnCount() > 1
                && row.getMetaData().getColumnLabel(1).equals("store_id")
                && row.next()) {
            values.put(Meaning.SEQ, next(row, "last_seq"));
            values.put(Meaning.PUBLIC_SEQ, next(row, "last_public_seq"));
            values.put(Meaning.CUSTOMER_MESSAGES, next(row, "customer_messages"));
            values.put(Meaning.VERSION, next(row, "version"));
        }
    }

    private static String next(ResultSet row, String column) throws SQLException {
        return Long.toString(row.getLong(column) + 1);
    }

    private static void bind(
            PreparedStatement statement, List<Parameter> parameters, Map<Meaning, String> values)
            throws SQLException {
        int at = 0;
        for (Parameter parameter : parameters) {
            Meaning meaning = parameter.meaning();
            if (meaning != Meaning.CONSTANT
                    && meaning != Meaning.NOTHING
                    && !values.containsKey(meaning)) {
                throw new SQLException("The bare server does not know " + meaning);
            }
            statement.setString(
                    ++at, meaning == Meaning.CONSTANT ? parameter.value() : values.get(meaning));
        }
    }

    private static String text(List<Statement> statements) {
        return statements.stream().map(BareDatabase::text).collect(Collectors.joining(";\n"));
    }

    /// Where an array is wanted PostgreSQL does not guess of what.
    private static String text(Statement statement) {
        return PLACE.matcher(statement.text())
                .replaceAll(place -> {
                    int number = Integer.parseInt(place.group(1));
                    return statement.parameters().get(number - 1).namesNobody() ? "?::uuid[]" : "?";
                });
    }

    private static List<Parameter> parameters(List<Statement> statements) {
        return statements.stream().flatMap(each -> each.parameters().stream()).toList();
    }
}
