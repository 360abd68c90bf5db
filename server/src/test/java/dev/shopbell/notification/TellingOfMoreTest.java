package dev.shopbell.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.conversation.ThreadEvent.EmailBounced;
import dev.shopbell.conversation.ThreadEvent.EmailFailed;
import dev.shopbell.message.Aftermath;
import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.PushBrowser;
import dev.shopbell.testkit.PushServiceForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Telling staff of what happens besides customers' messages: a conversation is given to them, a
/// note names them, a mail did not arrive. Everybody has opened what Anna wrote.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class TellingOfMoreTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String BOTH = "\"email\": true, \"browser\": true, \"sound\": \"none\"";

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Database database;
    @Inject Conversations conversations;
    @Inject Handlings handlings;
    @Inject Telling telling;
    @Inject ObjectMapper json;
    @MailServerForTests.Here MailServerForTests mailServer;

    private Store store;
    private SignedIn priya;
    private SignedIn tom;
    private SignedIn lena;
    private SignedIn neighbour;
    private UUID conversation;

    @BeforeEach
    void annaWroteAndPriyaAnswered() {
        store = given.store();
        priya = given.agent(store);
        tom = given.member(store, "Tom Okafor", Team.CONVERSATION_MANAGEMENT);
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        neighbour = given.agent(given.store());
        conversation =
                given.firstMessage(store, given.secret(), "Hello?").conversation().id().value();
        say("staff", "Good morning", List.of());
        List.of(priya, tom, lena)
                .forEach(each -> given.read(each, new ConversationId(conversation), 2));
        DatabaseOwner.execute(
                "DELETE FROM job WHERE task_name = ? AND task_instance = ?",
                Aftermath.OF_QUESTION,
                Aftermath.key(store.id(), new ConversationId(conversation)));
    }

    @Test
    void whoIsGivenAConversationIsToldByWhom() throws Exception {
        deeds.assign(store, conversation, lena.staff().id(), tom.staff().id());
        assertThat(due()).hasSize(1);

        tell();
        tell();

        MimeMessage mail = theMailTo(tom);
        assertThat(mail.getSubject())
                .isEqualTo("Lena Berg assigned the conversation with Anna Kowalska to you");
        assertThat(text(mail))
                .contains("assigned the conversation with Anna Kowalska to you.")
                .contains("/inbox/messages/" + conversation, "/unsubscribe/")
                .doesNotContain("wrote to", "Hello?");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null))
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mailed(tom)).isEqualTo(1);
        assertNobodyElse(tom);
    }

    @Test
    void whoTakesAConversationOrHasLostItAgainIsToldNothing() {
        deeds.assign(store, conversation, tom.staff().id(), tom.staff().id());
        assertThat(due()).isEmpty();
        tell();
        deeds.assign(store, conversation, lena.staff().id(), priya.staff().id());
        deeds.assign(store, conversation, lena.staff().id(), null);
        tell();

        for (SignedIn each : List.of(priya, tom, lena, neighbour)) {
            assertThat(mailed(each)).isZero();
        }
    }

    @Test
    void whomANoteNamesIsToldWhatItSays() throws Exception {
        say("note", "Can <you> look at this?", List.of(tom));
        assertThat(due()).hasSize(1);

        tell();

        MimeMessage mail = theMailTo(tom);
        assertThat(mail.getSubject())
                .isEqualTo("Priya Nair mentioned you in a note about Anna Kowalska");
        assertThat(text(mail)).contains("> Can <you> look at this?");
        assertThat(html(mail)).contains("Can &lt;you&gt; look at this?");
        assertNobodyElse(tom);
    }

    @Test
    void aNoteThatNamesNobodyIsNothingToTell() {
        say("note", "Just so you know", List.of());
        assertThat(due()).isEmpty();
        tell();

        assertNobodyElse(null);
    }

    @Test
    void whoIsNamedAndMayNotSeeItAnyMoreIsToldNothing() {
        say("note", "Can you look at this?", List.of(tom));
        deeds.assign(store, conversation, lena.staff().id(), priya.staff().id());

        tell();

        assertThat(mailed(tom)).isZero();
        assertThat(mailed(priya)).isEqualTo(1);
        assertNobodyElse(priya);
    }

    @Test
    void anAdministratorWhoReadsAlongIsToldOfNothingButWhatNamesThem() {
        DatabaseOwner.execute(
                "UPDATE store SET settings = settings || '{\"administratorsReadAssigned\": true}'"
                        + " WHERE store_id = ?",
                store.id().value());
        deeds.assign(store, conversation, priya.staff().id(), priya.staff().id());
        bounced(new EmailBounced(2, 2, "anna@example.com", "The mailbox is full."));
        tell();
        assertThat(mailed(lena)).isZero();

        say("note", "What do you think?", List.of(lena));
        tell();

        assertThat(mailed(lena)).isEqualTo(1);
    }

    @Test
    void aMailThatCameBackIsToldToWhoseConversationItIs() throws Exception {
        deeds.assign(store, conversation, tom.staff().id(), tom.staff().id());
        bounced(new EmailBounced(2, 2, "anna@example.com", "The mailbox is full."));
        assertThat(due()).hasSize(1);

        tell();

        MimeMessage mail = theMailTo(tom);
        assertThat(mail.getSubject()).isEqualTo("An e-mail to Anna Kowalska did not arrive");
        assertThat(text(mail)).contains("> The mailbox is full.");
        assertNobodyElse(tom);
    }

    @Test
    void inOneThatIsEverybodysItIsToldToWhoseWordsTheyWere() throws Exception {
        bounced(new EmailFailed(2, 2, "anna@example.com", "unreachable"));

        tell();

        assertThat(text(theMailTo(priya))).contains("> no mail server took it for three days");
        assertNobodyElse(priya);
    }

    @Test
    void severalThingsInARowAreOneMail() throws Exception {
        say("note", "Yours?", List.of(tom));
        deeds.assign(store, conversation, lena.staff().id(), tom.staff().id());
        bounced(new EmailBounced(2, 2, "anna@example.com", "The mailbox is full."));

        tell();

        assertThat(text(theMailTo(tom)))
                .contains("mentioned you", "> Yours?", "assigned the conversation")
                .contains("did not arrive", "> The mailbox is full.");
        assertThat(mailed(tom)).isEqualTo(1);
    }

    @Test
    void whatWasOpenedMeanwhileIsNotTold() {
        deeds.assign(store, conversation, lena.staff().id(), tom.staff().id());
        given.read(tom, new ConversationId(conversation), 3);

        tell();

        assertThat(mailed(tom)).isZero();
    }

    @Test
    void whatOneSwitchedOffIsNotTold() {
        choose(tom, "{" + BOTH + ", \"topics\": {\"email\": [\"mentioned\"], \"browser\": []}}");
        deeds.assign(store, conversation, lena.staff().id(), tom.staff().id());
        tell();
        assertThat(mailed(tom)).isZero();

        deeds.assign(store, conversation, tom.staff().id(), null);
        say("note", "Look", List.of(tom));
        tell();

        assertThat(mailed(tom)).isEqualTo(1);
    }

    @Test
    void quietHoursHoldForThis() {
        LocalTime time = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        choose(
                tom,
                "{%s, \"quietHours\": {\"from\": \"%s\", \"to\": \"%s\", \"timeZone\": \"UTC\"}}"
                        .formatted(BOTH, time.minusHours(2), time.plusHours(2)));
        deeds.assign(store, conversation, lena.staff().id(), tom.staff().id());

        tell();

        assertThat(mailed(tom)).isZero();
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT task_name FROM job WHERE task_instance = ?",
                                conversation + "/" + tom.staff().id().value()))
                .containsExactly("notification.quiet_hours_over");
    }

    @Test
    void aBrowserIsToldInASentence() throws Exception {
        try (PushServiceForTests service = new PushServiceForTests()) {
            choose(tom, "{" + BOTH + "}");
            PushBrowser laptop = service.browser("laptop");
            assertThat(
                            Http.post(
                                            "/api/staff/stores/" + id() + "/push-subscriptions",
                                            laptop.json())
                                    .as(tom)
                                    .send()
                                    .status())
                    .isEqualTo(200);
            deeds.assign(store, conversation, lena.staff().id(), tom.staff().id());

            tell();

            await().atMost(SOON).until(() -> !service.sentTo(laptop).isEmpty());
            JsonNode told = json.readTree(laptop.open(service.sentTo(laptop).getFirst().body()));
            assertThat(told.get("title").asText()).isEqualTo("Anna Kowalska");
            assertThat(told.get("body").asText())
                    .isEqualTo("Lena Berg assigned the conversation with Anna Kowalska to you");
        }
    }

    private void assertNobodyElse(@Nullable SignedIn but) {
        for (SignedIn each : List.of(priya, tom, lena, neighbour)) {
            if (!each.equals(but)) {
                assertThat(mailed(each)).as(each.staff().name()).isZero();
            }
        }
    }

    private void say(String kind, String text, List<SignedIn> named) {
        String mentions =
                named.stream()
                        .map(each -> "\"" + each.staff().id().value() + "\"")
                        .toList()
                        .toString();
        assertThat(
                        Http.put(
                                        "/api/staff/stores/%s/conversations/%s/messages/%s"
                                                .formatted(id(), conversation, UUID.randomUUID()),
                                        "{\"kind\": \"%s\", \"text\": \"%s\", \"mentions\": %s}"
                                                .formatted(kind, text, mentions))
                                .as(priya)
                                .send()
                                .status())
                .isBetween(200, 201);
    }

    private void bounced(ThreadEvent event) {
        database.inStore(
                store.id(),
                tx -> {
                    Conversation locked =
                            conversations.lock(tx, store.id(), new ConversationId(conversation));
                    handlings.tell(tx, locked, event);
                    return true;
                });
    }

    private void choose(SignedIn person, String settings) {
        assertThat(
                        Http.put("/api/staff/stores/" + id() + "/notification-settings", settings)
                                .as(person)
                                .send()
                                .status())
                .isEqualTo(200);
    }

    private void tell() {
        telling.tell(store.id(), new ConversationId(conversation));
    }

    private UUID id() {
        return store.id().value();
    }

    private List<String> due() {
        return DatabaseOwner.ask(
                "SELECT '1' FROM job WHERE task_name = ? AND task_instance = ?",
                Aftermath.OF_QUESTION,
                Aftermath.key(store.id(), new ConversationId(conversation)));
    }

    private static int mailed(SignedIn person) {
        return DatabaseOwner.ask(
                        "SELECT kind FROM mail WHERE staff_id = ? AND kind = 'notification'",
                        person.staff().id().value())
                .size();
    }

    private MimeMessage theMailTo(SignedIn person) {
        String address = person.staff().email().value();
        await().atMost(SOON).until(() -> !mailServer.mailsTo(address).isEmpty());
        return mailServer.mailsTo(address).getFirst();
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int at) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(at).getContent().toString();
    }
}
