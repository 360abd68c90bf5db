package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenEmailAccount;
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

/// A store writes from an address of its own, to which nobody listens, and then from the
/// installation's; some of its mails wait meanwhile.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = StubbornMailServer.class, restrictToAnnotatedClass = true)
@TestProfile(ImpatientServer.class)
class ChangedAccountTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Given given;
    @TestHTTPResource URI server;
    StubbornMailServer installations;

    private final StubbornMailServer own = new StubbornMailServer();
    private final String address = "anna-" + UUID.randomUUID() + "@example.com";
    private Store store;
    private ShopperBrowser anna;
    private StaffBrowser priya;

    @BeforeEach
    void aStoreHasItsOwnServer() {
        own.start();
        store = given.store();
        Given.SignedIn agent = given.agent(store);
        GivenEmailAccount.sendsBy(store.id(), agent.member().staff(), own.port());
        anna = new ShopperBrowser(server, store, given.secret());
        priya = new StaffBrowser(server, agent);
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
    void itEnds() {
        own.stop();
    }

    @Test
    void whereNobodyHearsAnswersNoMailPromisesIt() {
        answered();

        await().atMost(SOON).until(() -> emailed() == 2);

        assertThat(head(own.mailsTo(address).getFirst()))
                .contains("From: Bowls <chat@bowls.example>")
                .doesNotContain("Reply-To:");
        assertThat(own.mailsTo(address).getFirst())
                .contains("Replies to this e-mail are not read: please answer in the chat.")
                .doesNotContain("You can reply");
        assertThat(bounceTo()).isEqualTo("chat@bowls.example");
    }

    @Test
    void whatTheOldServerHasNotGotIsWrittenAnewForTheNewOne() {
        own.becomes(Mood.WANTS_TIME);
        answered();
        await().atMost(SOON).until(() -> !own.mailsTo(address).isEmpty());

        theInstallationsIsUsed();

        await().atMost(SOON)
                .until(() -> {
                    hasten("email.send");
                    hasten("email.reply");
                    return emailed() == 2;
                });
        assertThat(installations.mailsTo(address)).hasSize(1);
        String mail = installations.mailsTo(address).getFirst();
        assertThat(head(mail))
                .contains("From: Hearthlow <chat@hearthlow.example>")
                .containsPattern("Message-ID: <[-0-9a-f]{36}@hearthlow\\.example>")
                .containsPattern("Reply-To: Hearthlow\\s+<chat\\+r-")
                .doesNotContain("bowls.example");
        assertThat(mail).contains("It left this morning.", "You can reply to this e-mail.");
        assertThat(bounceTo()).matches("chat\\+b-[a-z2-7]{42}@hearthlow\\.example");
    }

    @Test
    void whatTheOldServerPerhapsHasIsNotRepeatedByTheNewOneButTold() {
        own.becomes(Mood.DIES_AFTER_DATA);
        answered();
        await().atMost(SOON).until(() -> !own.mailsTo(address).isEmpty());

        theInstallationsIsUsed();

        JsonNode told =
                await().atMost(SOON)
                        .until(
                                () -> {
                                    hasten("email.send");
                                    JsonNode messages =
                                            priya.thread(anna.conversation()).get("messages");
                                    return messages.get(messages.size() - 1).path("event");
                                },
                                event -> event.path("type").asText().equals("email_failed"));
        assertThat(told.get("reason").asText()).isEqualTo("account_changed");
        assertThat(installations.mailsTo(address)).isEmpty();
        assertThat(emailed()).isZero();
    }

    private void answered() {
        priya.answer(anna.conversation(), "It left this morning.");
        hasten("email.reply");
    }

    private void theInstallationsIsUsed() {
        DatabaseOwner.execute(
                "UPDATE email_account SET is_used = false WHERE store_id = ?", store.id().value());
    }

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
        return priya.thread(anna.conversation()).at("/conversation/emailed").asLong();
    }

    private String bounceTo() {
        List<String> rows =
                DatabaseOwner.ask(
                        "SELECT bounce_to FROM mail WHERE conversation_id = ? AND kind = 'reply'",
                        anna.conversation());
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static String head(String mail) {
        return mail.substring(0, mail.indexOf("\n\n"));
    }
}
