package dev.shopbell.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenEmailAccount;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StubbornMailServer;
import dev.shopbell.testkit.StubbornMailServer.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A mail server that is away for hours, and staff to whom meanwhile other things happen.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = StubbornMailServer.class, restrictToAnnotatedClass = true)
class WaitingNotificationTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject Given given;
    @Inject Telling telling;
    @TestHTTPResource URI server;
    StubbornMailServer mailServer;

    private Store store;
    private SignedIn priya;
    private SignedIn tom;
    private UUID conversation;

    @BeforeEach
    void bothAreTold() {
        mailServer.becomes(Mood.WANTS_TIME);
        store = given.store();
        priya = given.agent(store);
        tom = given.member(store, "Tom Okafor", Team.CONVERSATION_MANAGEMENT);
        conversation =
                given.firstMessage(store, given.secret(), "I live in Elm Street 5")
                        .conversation()
                        .id()
                        .value();
        telling.tell(store.id(), new ConversationId(conversation));
        await().atMost(SOON).until(() -> tried(priya) > 0 && tried(tom) > 0);
    }

    @AfterEach
    void theServerTakesMailAgain() {
        mailServer.becomes(Mood.TAKES);
    }

    @Test
    void whoMayNotSeeTheConversationAnyMoreIsNotMailed() {
        assertThat(
                        new StaffBrowser(server, priya)
                                .tryAssign(conversation, null, id(priya))
                                .status())
                .isEqualTo(200);

        assertThat(endsOf(tom)).isEqualTo("withdrawn");
        assertThat(endsOf(priya)).isEqualTo("sent");
    }

    @Test
    void whoIsNotThereAnyMoreIsNotMailed() {
        GivenTeam.deactivate(store, tom.staff().id());

        assertThat(endsOf(tom)).isEqualTo("withdrawn");
        assertThat(endsOf(priya)).isEqualTo("sent");
    }

    @Test
    void whoHasOpenedItMeanwhileIsNotMailed() {
        new StaffBrowser(server, tom).read(conversation, 1);

        assertThat(endsOf(tom)).isEqualTo("withdrawn");
        assertThat(endsOf(priya)).isEqualTo("sent");
    }

    @Test
    void whatWaitsLeavesFromTheAddressThatTheStoreWritesFromByThen() {
        StubbornMailServer own = new StubbornMailServer();
        own.start();
        try {
            GivenEmailAccount.sendsBy(store.id(), tom.member().staff(), own.port());
            await().atMost(SOON)
                    .until(() -> {
                        hasten(tom);
                        return end(tom).equals("sent");
                    });

            String mail = own.mailsTo(tom.staff().email().value()).getFirst();
            assertThat(mail.substring(0, mail.indexOf("\n\n")))
                    .contains("From: Bowls <chat@bowls.example>")
                    .containsPattern("Message-ID: <[-0-9a-f]{36}@bowls\\.example>")
                    .contains("List-Unsubscribe:")
                    .doesNotContain("hearthlow.example");
            assertThat(mail).contains("I live in Elm Street 5");
        } finally {
            own.stop();
        }
    }

    /// The server is back, and the job is due.
    private String endsOf(SignedIn person) {
        mailServer.becomes(Mood.TAKES);
        return await().atMost(SOON)
                .until(
                        () -> {
                            hasten(person);
                            return end(person);
                        },
                        end -> !end.equals("waits"));
    }

    private static void hasten(SignedIn person) {
        DatabaseOwner.execute(
                """
                UPDATE job SET execution_time = now()
                 WHERE task_name = 'email.send' AND NOT picked AND execution_time > now()
                   AND task_instance IN (SELECT mail_id::text FROM mail WHERE staff_id = ?)
                """,
                id(person));
    }

    private static String end(SignedIn person) {
        List<String> ends =
                DatabaseOwner.ask(
                        """
                        SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent'
                                    WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
                                    ELSE 'waits' END
                          FROM mail WHERE staff_id = ? AND kind = 'notification'
                        """,
                        id(person));
        assertThat(ends).hasSize(1);
        return ends.getFirst();
    }

    private int tried(SignedIn person) {
        return mailServer.mailsTo(person.staff().email().value()).size();
    }

    private static UUID id(SignedIn person) {
        return person.staff().id().value();
    }
}
