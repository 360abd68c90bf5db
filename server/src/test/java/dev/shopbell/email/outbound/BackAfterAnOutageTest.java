package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.email.outbound.StoreLetter.Kind;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StubbornMailServer;
import dev.shopbell.testkit.StubbornMailServer.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A mail server takes nothing for an hour while many mails wait, and then is back.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = StubbornMailServer.class, restrictToAnnotatedClass = true)
class BackAfterAnOutageTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MAILS = 50;

    @Inject Given given;
    @Inject Database database;
    @Inject StoreMails mails;
    StubbornMailServer mailServer;

    private final String domain = UUID.randomUUID() + ".example";

    @AfterEach
    void theServerTakesMailAgain() {
        mailServer.becomes(Mood.TAKES);
    }

    @Test
    void whatWaitedLeavesSoonAfterTheFirstThatDidAndNotAtOnce() {
        Store store = given.store();
        mailServer.becomes(Mood.WANTS_TIME);
        List<MailId> waiting =
                IntStream.range(0, MAILS)
                        .mapToObj(number ->
                                database.inStore(
                                        store.id(), tx -> mails.send(tx, store, letter(number))))
                        .toList();
        await().atMost(SOON).until(() -> putOff(store) == MAILS);
        // An hour of failures later.
        DatabaseOwner.execute(
                """
                UPDATE job SET execution_time = now() + interval '1 hour', version = version + 1
                 WHERE task_name = 'email.send' AND task_instance IN (SELECT mail_id::text FROM mail WHERE store_id = ?)
                """,
                store.id().value());
        mailServer.becomes(Mood.TAKES);

        DatabaseOwner.execute(
                "UPDATE job SET execution_time = now() WHERE task_name = 'email.send' AND task_instance = ?",
                waiting.getFirst().value().toString());

        await().atMost(SOON).until(() -> later(store).equals("0"));
        assertThat(mostASecond(store)).isLessThanOrEqualTo(10);
        await().atMost(SOON).until(() -> left(store).equals(Integer.toString(MAILS)));
        assertThat(IntStream.range(0, MAILS))
                .allMatch(number -> 1 <= mailServer.mailsTo(recipient(number)).size());
    }

    private StoreLetter letter(int number) {
        return new StoreLetter(
                Kind.EXPLANATION,
                new Letter(
                        new EmailAddress(recipient(number)),
                        "Hello",
                        "Hello",
                        "<p>Hello</p>",
                        "en",
                        null),
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of());
    }

    private String recipient(int number) {
        return "anna" + number + "@" + domain;
    }

    private static int putOff(Store store) {
        return Integer.parseInt(
                DatabaseOwner.ask(
                                "SELECT count(*) FROM mail WHERE store_id = ? AND put_off = '451'",
                                store.id().value())
                        .getFirst());
    }

    private static String later(Store store) {
        return DatabaseOwner.ask(
                        """
                        SELECT count(*) FROM job
                         WHERE task_name = 'email.send' AND execution_time > now() + interval '30 minutes'
                           AND task_instance IN (SELECT mail_id::text FROM mail WHERE store_id = ?)
                        """,
                        store.id().value())
                .getFirst();
    }

    /// How many come in the second in which most do.
    private static int mostASecond(Store store) {
        return Integer.parseInt(
                DatabaseOwner.ask(
                                """
                                SELECT COALESCE(max(due.mails), 0)
                                  FROM (SELECT count(*) AS mails
                                          FROM job
                                         WHERE task_name = 'email.send'
                                           AND task_instance IN (SELECT mail_id::text FROM mail WHERE store_id = ?)
                                         GROUP BY date_trunc('second', execution_time)) due
                                """,
                                store.id().value())
                        .getFirst());
    }

    private static String left(Store store) {
        return DatabaseOwner.ask(
                        "SELECT count(*) FROM mail WHERE store_id = ? AND sent_at IS NOT NULL",
                        store.id().value())
                .getFirst();
    }
}
