package dev.shopbell.benchmark.posts;

import java.util.List;
import java.util.stream.Collectors;

/// The SQL of one shopper's message, as the server sends it to PostgreSQL: one list of statements
/// for each trip there and back.
public record Post(List<List<Statement>> trips) {

    /// A parameter, and the value it had when it was heard.
    public record Parameter(Meaning meaning, String value) {

        /// Whether it is an array of ids without any.
        public boolean namesNobody() {
            return value.equals("{}");
        }

        String inPgbench() {
            String said = meaning.inPgbench(value);
            // Where an array is wanted PostgreSQL does not guess of what.
            return namesNobody() ? said + "::uuid[]" : said;
        }
    }

    /// Text with `$1`, `$2` … for its parameters.
    public record Statement(String text, List<Parameter> parameters) {

        String forPgbench() {
            String filled = text;
            for (int n = parameters.size(); n >= 1; n--) {
                Parameter parameter = parameters.get(n - 1);
                filled = filled.replace("$" + n, parameter.inPgbench());
            }
            return filled.replaceAll("\\s+", " ").strip() + ";";
        }
    }

    /// A script for `pgbench -M prepared` that makes the same trips. A client writes some messages
    /// to a conversation of its own, then goes on to another: as the load on the server does.
    String pgbenchScript(int clients, int conversationsEach, int messagesInTurn) {
        String trips =
                this.trips.stream()
                        .map(trip ->
                                trip.stream()
                                        .map(Statement::forPgbench)
                                        .collect(
                                                Collectors.joining(
                                                        "\n",
                                                        "\\startpipeline\n",
                                                        "\n\\endpipeline\n")))
                        .collect(Collectors.joining());
        return """
        \\set left :left - 1
        \\if :left < 0
        \\set n :client_id + %d * random(0, %d)
        SELECT * FROM benchmark_conversation(:n) \\gset
        \\set left %d
        \\endif
        \\set seq :seq + 1
        \\set public_seq :public_seq + 1
        \\set customer_messages :customer_messages + 1
        \\set version :version + 1
        \\set id random(1, 9223372036854775806)
        %s\
        """
                .formatted(clients, conversationsEach - 1, messagesInTurn - 1, trips);
    }
}
