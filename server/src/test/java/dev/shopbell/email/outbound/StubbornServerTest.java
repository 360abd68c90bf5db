package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.ImpatientServer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StubbornMailServer;
import dev.shopbell.testkit.StubbornMailServer.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever the mail server does, no answer is lost, and a repeat is the same mail.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = StubbornMailServer.class, restrictToAnnotatedClass = true)
@TestProfile(ImpatientServer.class)
class StubbornServerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Given given;
    @TestHTTPResource URI server;
    StubbornMailServer mailServer;

    private final String address = "anna-" + UUID.randomUUID() + "@example.com";
    private ShopperBrowser anna;
    private StaffBrowser priya;

    @BeforeEach
    void annaHasWritten() {
        Store store = given.store();
        anna = new ShopperBrowser(server, store, given.secret());
        priya = new StaffBrowser(server, given.agent(store));
        anna.write("Where is my order?");
        DatabaseOwner.execute(
                """
                UPDATE customer SET email = ?
                 WHERE (store_id, customer_id) IN (SELECT store_id, customer_id FROM conversation
                                                    WHERE conversation_id = ?)
                """,
                address,
                anna.conversation());
    }

    @AfterEach
    void theServerTakesMailAgain() {
        mailServer.becomes(Mood.TAKES);
    }

    @Test
    void whatIsRefusedForGoodIsToldInTheThreadAndNotRepeated() {
        mailServer.becomes(Mood.REFUSES_RECIPIENTS);
        priya.answer(anna.conversation(), "It left this morning.");
        hasten("email.reply");

        JsonNode event =
                await().atMost(SOON).until(this::lastEvent, found -> !found.isMissingNode());

        assertThat(event.get("type").asText()).isEqualTo("email_failed");
        assertThat(event.get("firstPublicSeq").asLong()).isEqualTo(2);
        assertThat(event.get("lastPublicSeq").asLong()).isEqualTo(2);
        assertThat(event.get("address").asText()).isEqualTo(address);
        assertThat(event.get("reason").asText()).isEqualTo("550");
        assertThat(emailed()).isZero();
        assertThat(mailServer.mailsTo(address)).isEmpty();
        assertThat(anna.messagesAfter(0, 50).toString()).doesNotContain("email_failed");
    }

    @Test
    void aServerThatWantsTimeForAnHourGetsEachMailOnceAfterIt() {
        mailServer.becomes(Mood.WANTS_TIME);
        priya.answer(anna.conversation(), "It left this morning.");
        hasten("email.reply");
        for (int attempt = 1; attempt <= 8; attempt++) {
            int sofar = attempt;
            await().atMost(SOON)
                    .until(() -> {
                        hasten("email.send");
                        return mailServer.mailsTo(address).size() >= sofar;
                    });
        }
        assertThat(emailed()).isZero();
        mailServer.becomes(Mood.TAKES);

        await().atMost(SOON)
                .until(() -> {
                    hasten("email.send");
                    return emailed() == 2;
                });

        List<String> mails = mailServer.mailsTo(address);
        assertThat(mails).containsOnly(mails.getFirst());
        assertThat(mailRows()).isEqualTo("1");
    }

    @Test
    void aServerThatDiesBeforeItsAnswerGetsTheSameBytesAgain() {
        mailServer.becomes(Mood.DIES_AFTER_DATA);
        priya.answer(anna.conversation(), "It left this morning.");
        hasten("email.reply");
        await().atMost(SOON).until(() -> mailServer.mailsTo(address).size() == 1);
        mailServer.becomes(Mood.TAKES);
        priya.answer(anna.conversation(), "It should be there tomorrow.");
        hasten("email.reply");

        await().atMost(SOON)
                .until(() -> {
                    hasten("email.send");
                    return emailed() == 3;
                });

        List<String> mails =
                mailServer.mailsTo(address).stream()
                        .filter(mail -> mail.contains("this morning"))
                        .toList();
        assertThat(mails).hasSize(2).containsOnly(mails.getFirst());
        assertThat(mails.getFirst()).doesNotContain("tomorrow");
        assertThat(mailServer.mailsTo(address)).hasSize(3);
    }

    @Test
    void afterThreeDaysItIsGivenUpAndTold() {
        mailServer.becomes(Mood.WANTS_TIME);
        priya.answer(anna.conversation(), "It left this morning.");
        hasten("email.reply");
        await().atMost(SOON).until(() -> mailRows().equals("1"));
        DatabaseOwner.execute(
                "UPDATE mail SET created_at = created_at - interval '4 days' WHERE conversation_id = ?",
                anna.conversation());

        await().atMost(SOON)
                .until(() -> {
                    hasten("email.send");
                    return !lastEvent().isMissingNode();
                });

        assertThat(lastEvent().get("reason").asText()).isEqualTo("451");
    }

    /// The clock moves on to when the job is due; one that is being done is left alone.
    private void hasten(String job) {
        DatabaseOwner.execute(
                """
                UPDATE job SET execution_time = now()
                 WHERE task_name = ? AND NOT picked AND execution_time > now()
                   AND (task_instance LIKE ? OR task_instance IN (SELECT mail_id::text FROM mail WHERE conversation_id = ?))
                """,
                job,
                "%" + anna.conversation(),
                anna.conversation());
    }

    private long emailed() {
        return priya.thread(anna.conversation()).get("conversation").get("emailed").asLong();
    }

    private JsonNode lastEvent() {
        JsonNode messages = priya.thread(anna.conversation()).get("messages");
        return messages.get(messages.size() - 1).path("event").isObject()
                ? messages.get(messages.size() - 1).get("event")
                : messages.path("none");
    }

    private String mailRows() {
        return DatabaseOwner.ask(
                        "SELECT count(*) FROM mail WHERE conversation_id = ? AND kind = 'reply'",
                        anna.conversation())
                .getFirst();
    }
}
