package dev.shopbell.benchmark.posts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.benchmark.program.Pause;
import dev.shopbell.benchmark.program.Postgres;
import dev.shopbell.benchmark.program.Server;
import dev.shopbell.benchmark.program.Target;
import java.time.Duration;
import java.util.UUID;

/// Finds out what SQL the server sends for a message, by letting PostgreSQL log all of it while one
/// is posted. What each parameter stands for is known by its value: the conversation is given
/// numbers that occur nowhere else.
public final class Capture {

    private static final String TEXT = "Is the blue one in stock again?";
    private static final Duration UNTIL_SETTINGS_ARE_READ = Duration.ofSeconds(1);

    private static final String LOG_EVERYTHING =
            """
            ALTER SYSTEM SET log_statement = 'all';
            ALTER SYSTEM SET log_error_verbosity = 'default';
            SELECT pg_reload_conf();
            """;
    private static final String LOG_AS_BEFORE =
            """
            ALTER SYSTEM RESET log_statement;
            ALTER SYSTEM RESET log_error_verbosity;
            SELECT pg_reload_conf();
            """;

    private Capture() {}

    /// Leaves the shopper's conversation empty.
    public static Post of(Server server, Target target) {
        Postgres postgres = server.postgres();
        setNumbers(
                postgres,
                target,
                Values.LAST_SEQ - 2,
                Values.LAST_PUBLIC_SEQ - 2,
                Values.CUSTOMER_MESSAGES - 2,
                Values.VERSION - 2);
        // One before, so that whatever is looked up once in a while has been.
        server.post(target, UUID.randomUUID().toString(), TEXT);
        int before = postgres.log().length();
        UUID message = UUID.randomUUID();
        postgres.runAsSuperuser(LOG_EVERYTHING);
        Pause.of(UNTIL_SETTINGS_ARE_READ);
        JsonNode answer;
        try {
            answer = server.post(target, message.toString(), TEXT);
        } finally {
            postgres.runAsSuperuser(LOG_AS_BEFORE);
        }
        Pause.of(UNTIL_SETTINGS_ARE_READ);
        String log = postgres.log().substring(before);
        postgres.run("DELETE FROM message WHERE conversation_id = '" + target.conversation() + "'");
        setNumbers(postgres, target, 0, 0, 0, 1);
        Values values =
                new Values(target, message, TEXT, answer.get("message").get("sentAt").asText());
        return values.understand(SqlLog.transactionWith(message.toString(), log));
    }

    private static void setNumbers(
            Postgres postgres,
            Target target,
            long seq,
            long publicSeq,
            long customerMessages,
            long version) {
        postgres.run(
                """
                UPDATE conversation
                   SET last_seq = %d, last_public_seq = %d, customer_messages = %d, version = %d
                 WHERE conversation_id = '%s'
                """
                        .formatted(
                                seq, publicSeq, customerMessages, version, target.conversation()));
    }
}
