package dev.shopbell.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// So much happens that a mail of each would be a flood.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class ToldAtOnceTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Telling telling;
    @MailServerForTests.Here MailServerForTests mailServer;

    private Store store;
    private SignedIn priya;
    private SignedIn tom;

    @BeforeEach
    void priyaGotTwentyMailsThisHour() {
        store = given.store();
        priya = given.agent(store);
        tom = given.member(store, "Tom Okafor", Team.CONVERSATION_MANAGEMENT);
        mailed(priya, 20, "10 minutes");
    }

    @Test
    void oneMailTellsOfTheRest() throws Exception {
        asked();
        asked();

        assertThat(mails(priya)).isEqualTo(20);
        assertThat(mails(tom)).isEqualTo(2);
        assertThat(due()).containsExactly("soon");

        hasten();

        MimeMessage mail = theMailTo(priya);
        assertThat(mail.getSubject()).isEqualTo("2 conversations wait for you at Hearthlow");
        String words = ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
        assertThat(words)
                .contains("2 conversations wait for you.", "Open the inbox:")
                .containsPattern("http://localhost:8080/inbox/messages\\s")
                .doesNotContain("Do you deliver");
        assertThat(mail.getHeader("List-Unsubscribe", null)).isNotNull();
        assertThat(due()).isEmpty();
    }

    @Test
    void thatMailComesOnceAnHour() {
        asked();
        hasten();
        await().atMost(SOON).until(() -> due().isEmpty());

        asked();

        assertThat(due()).containsExactly("later");
    }

    @Test
    void whatWasSeenToMeanwhileIsNotCounted() throws Exception {
        UUID resolved = asked();
        UUID read = asked();
        UUID toms = asked();
        asked();
        deeds.resolve(store, resolved, tom.staff().id());
        given.read(priya, new ConversationId(read), 1);
        deeds.assign(store, toms, tom.staff().id(), tom.staff().id());

        hasten();

        assertThat(theMailTo(priya).getSubject())
                .isEqualTo("1 conversation waits for you at Hearthlow");
    }

    @Test
    void aNoteThatNamesThemCountsWhereNothingElseIsToBeDone() throws Exception {
        UUID resolved = asked();
        deeds.resolve(store, resolved, tom.staff().id());
        assertThat(
                        Http.put(
                                        "/api/staff/stores/%s/conversations/%s/messages/%s"
                                                .formatted(
                                                        store.id().value(),
                                                        resolved,
                                                        UUID.randomUUID()),
                                        "{\"kind\": \"note\", \"text\": \"Look, Priya\", \"mentions\": [\"%s\"]}"
                                                .formatted(priya.staff().id().value()))
                                .as(tom)
                                .send()
                                .status())
                .isEqualTo(200);
        telling.tell(store.id(), new ConversationId(resolved));

        hasten();

        assertThat(theMailTo(priya).getSubject())
                .isEqualTo("1 conversation waits for you at Hearthlow");
    }

    @Test
    void whoIsNotThereAnyMoreIsNotTold() {
        asked();
        GivenTeam.deactivate(store, priya.staff().id());

        hasten();

        await().atMost(SOON).until(() -> due().isEmpty());
        assertThat(mails(priya)).isEqualTo(20);
    }

    @Test
    void anHourLaterEachIsToldOfAgain() {
        DatabaseOwner.execute(
                "UPDATE mail SET created_at = created_at - interval '1 hour' WHERE staff_id = ?",
                priya.staff().id().value());

        asked();

        assertThat(mails(priya)).isEqualTo(21);
    }

    private UUID asked() {
        UUID conversation =
                given.firstMessage(store, given.secret(), "Do you deliver to Malta?")
                        .conversation()
                        .id()
                        .value();
        telling.tell(store.id(), new ConversationId(conversation));
        return conversation;
    }

    private void mailed(SignedIn person, int mails, String ago) {
        DatabaseOwner.execute(
                """
                INSERT INTO mail (store_id, mail_id, kind, conversation_id, staff_id, message_id, sender, recipient,
                                  bounce_to, created_at, sent_at)
                SELECT ?, gen_random_uuid(), 'notification', ?, ?, gen_random_uuid()::text, '', '', '',
                       now() - CAST(? AS interval), now()
                  FROM generate_series(1, ?)
                """,
                store.id().value(),
                given.firstMessage(store, given.secret(), "Hello?").conversation().id().value(),
                person.staff().id().value(),
                ago,
                mails);
    }

    private String key() {
        return store.id().value() + "/" + priya.staff().id().value();
    }

    private List<String> due() {
        return DatabaseOwner.ask(
                """
                SELECT CASE WHEN execution_time > now() + interval '20 minutes' THEN 'later' ELSE 'soon' END
                  FROM job WHERE task_name = 'notification.told_at_once' AND task_instance = ?
                """,
                key());
    }

    private void hasten() {
        DatabaseOwner.execute(
                "UPDATE job SET execution_time = now() WHERE task_name = 'notification.told_at_once' AND task_instance = ?",
                key());
    }

    private static int mails(SignedIn person) {
        return DatabaseOwner.ask(
                        "SELECT kind FROM mail WHERE staff_id = ? AND kind = 'notification'",
                        person.staff().id().value())
                .size();
    }

    private MimeMessage theMailTo(SignedIn person) {
        String address = person.staff().email().value();
        return await().atMost(SOON)
                .until(() -> mailServer.mailsTo(address), mails -> !mails.isEmpty())
                .getFirst();
    }
}
