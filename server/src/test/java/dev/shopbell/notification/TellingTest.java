package dev.shopbell.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.Aftermath;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mailing staff what customers wrote.
@QuarkusTest
@TestProfile(TellingTest.WhenDue.class)
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class TellingTest {

    /// People are told by themselves, as in the product.
    public static final class WhenDue implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shopbell.notification.when-due", "true");
        }
    }

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Handlings handlings;
    @Inject Telling telling;
    @MailServerForTests.Here MailServerForTests mailServer;

    private Store store;
    private SignedIn priya;
    private SignedIn tom;
    private VisitorSecret anna;

    @BeforeEach
    void twoColleagues() {
        store = given.store();
        priya = given.agent(store);
        tom = given.member(store, "Tom Okafor", Team.CONVERSATION_MANAGEMENT);
        anna = given.secret();
    }

    @Test
    void severalMessagesInARowAreOneMailThatQuotesThemAndLeadsThere() throws Exception {
        UUID conversation = write("Do you deliver to <b>Malta</b>?");
        write("And how long\ndoes it take?");
        assertThat(due(conversation)).containsExactly("1");

        hasten(conversation);

        MimeMessage mail = theMailTo(priya);
        assertThat(mail.getSubject()).isEqualTo("2 messages from Anna Kowalska to Hearthlow");
        String link = "http://localhost:8080/inbox/messages/" + conversation;
        assertThat(part(mail, 0))
                .contains("Anna Kowalska wrote to Hearthlow:")
                .contains("> Do you deliver to <b>Malta</b>?")
                .contains("> And how long")
                .contains("> does it take?")
                .contains(link);
        assertThat(part(mail, 1))
                .contains("Do you deliver to &lt;b&gt;Malta&lt;/b&gt;?")
                .doesNotContain("<b>Malta")
                .contains("href=\"" + link + "\"");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        theMailTo(tom);
        await().atMost(SOON).until(() -> due(conversation).isEmpty());
        assertThat(mailServer.mailsTo(priya.staff().email().value())).hasSize(1);
    }

    @Test
    void whatCameFromAnotherAddressIsNotToldInTheCustomersName() throws Exception {
        UUID conversation = write("Do you deliver to Malta?");
        write("Send it to me instead.");
        cameFrom(conversation, 2, "mallory@example.net");

        tell(conversation);

        MimeMessage mail = theMailTo(priya);
        assertThat(mail.getSubject())
                .isEqualTo("2 messages from Anna Kowalska and others to Hearthlow");
        assertThat(part(mail, 0))
                .contains("Anna Kowalska:\n> Do you deliver to Malta?")
                .contains("mallory@example.net:\n> Send it to me instead.");
        assertThat(part(mail, 1)).contains("<bdi>mallory@example.net</bdi>:");
    }

    @Test
    void aSingleMessageFromAnotherAddressIsToldInItsName() throws Exception {
        UUID conversation = write("Send it to me instead.");
        cameFrom(conversation, 1, "mallory@example.net");

        tell(conversation);

        MimeMessage mail = theMailTo(priya);
        assertThat(mail.getSubject()).isEqualTo("mallory@example.net wrote to Hearthlow");
        assertThat(part(mail, 0))
                .contains("mallory@example.net wrote to Hearthlow:")
                .doesNotContain("Anna");
    }

    @Test
    void oneClickInTheMailStopsThemForItsPerson() throws Exception {
        tell(write("Hello?"));

        MimeMessage mail = theMailTo(priya);
        String stop = mail.getHeader("List-Unsubscribe", null).replaceAll("[<>\\s]", "");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null))
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(part(mail, 0)).contains(stop);
        assertThat(stop).startsWith("http://localhost:8080/unsubscribe/");
        assertThat(
                        Http.of("POST", stop.substring("http://localhost:8080".length()))
                                .with("Content-Type", "application/x-www-form-urlencoded")
                                .body("List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8))
                                .send()
                                .status())
                .isEqualTo(200);

        tell(write("Anybody?"));

        assertThat(mailed(priya)).isEqualTo(1);
        assertThat(mailed(tom)).isEqualTo(2);
    }

    @Test
    void nobodyIsToldTwiceOfTheSame() throws Exception {
        UUID conversation = write("Hello?");
        tell(conversation);
        tell(conversation);
        assertThat(mailed(priya)).isEqualTo(1);
        theMailTo(priya);

        write("Do you deliver to Malta?");
        tell(conversation);

        assertThat(mailed(priya)).isEqualTo(2);
        await().atMost(SOON)
                .until(() -> mailServer.mailsTo(priya.staff().email().value()).size() == 2);
        MimeMessage second = mailServer.mailsTo(priya.staff().email().value()).getLast();
        assertThat(part(second, 0)).contains("> Do you deliver to Malta?").doesNotContain("Hello?");
    }

    @Test
    void whoOpenedItMeanwhileIsNotTold() {
        UUID conversation = write("Hello?");
        given.read(priya, new ConversationId(conversation), 1);

        tell(conversation);

        assertThat(mailed(priya)).isZero();
        assertThat(mailed(tom)).isEqualTo(1);
    }

    @Test
    void resolvingItCountsAsOpenedByEverybody() {
        UUID conversation = write("Thanks!");
        deeds.resolve(store, conversation, priya.staff().id());

        tell(conversation);

        assertThat(mailed(priya)).isZero();
        assertThat(mailed(tom)).isZero();
    }

    @Test
    void onceItIsAssignedItsAssigneeAloneIsTold() {
        SignedIn lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        SignedIn olga = given.owner(store);
        UUID conversation = write("Hello?");
        deeds.assign(store, conversation, tom.staff().id(), tom.staff().id());
        DatabaseOwner.execute(
                "UPDATE store SET settings = settings || '{\"administratorsReadAssigned\": true}'"
                        + " WHERE store_id = ?",
                store.id().value());

        tell(conversation);

        assertThat(mailed(tom)).isEqualTo(1);
        for (SignedIn other : List.of(priya, lena, olga)) {
            assertThat(mailed(other)).isZero();
        }
    }

    @Test
    void whoMayNotSeeConversationsOrWorksElsewhereIsNotTold() {
        SignedIn neighbour = given.agent(given.store());
        SignedIn leaver = given.member(store, "Elif Kaya", Team.CONVERSATION_MANAGEMENT);
        SignedIn bookkeeper = given.member(store, "Ben Holt", Team.CONVERSATION_MANAGEMENT);
        DatabaseOwner.execute(
                "UPDATE membership SET deactivated_at = now() WHERE store_id = ? AND staff_id = ?",
                store.id().value(),
                leaver.staff().id().value());
        DatabaseOwner.execute(
                "DELETE FROM membership_role WHERE store_id = ? AND staff_id = ?",
                store.id().value(),
                bookkeeper.staff().id().value());

        tell(write("Hello?"));

        assertThat(mailed(priya)).isEqualTo(1);
        for (SignedIn other : List.of(neighbour, leaver, bookkeeper)) {
            assertThat(mailed(other)).isZero();
        }
    }

    @Test
    void aBlockedSenderDisturbsNobody() {
        UUID conversation = write("Buy this");
        handlings.block(priya.member(), new ConversationId(conversation), false);

        tell(conversation);

        assertThat(mailed(priya)).isZero();
        assertThat(mailed(tom)).isZero();
    }

    @Test
    void whatFallsInQuietHoursIsToldWhenTheyAreOverToWhomHasNotReadIt() {
        quiet(priya, true);
        quiet(tom, true);
        UUID conversation = write("Hello?");

        tell(conversation);

        assertThat(mailed(priya)).isZero();
        assertThat(later(conversation)).hasSize(2).doesNotContain("due");
        given.read(tom, new ConversationId(conversation), 1);
        quiet(priya, false);
        quiet(tom, false);
        DatabaseOwner.execute(
                "UPDATE job SET execution_time = now()"
                        + " WHERE task_name = 'notification.quiet_hours_over'"
                        + " AND task_instance LIKE ?",
                conversation + "/%");

        await().atMost(SOON).until(() -> later(conversation).isEmpty());
        assertThat(mailed(priya)).isEqualTo(1);
        assertThat(mailed(tom)).isZero();
    }

    @Test
    void whatBelongsToAnAnswerOfAColleagueIsNothingToTell() {
        UUID conversation = write("Hello?");
        DatabaseOwner.execute("DELETE FROM job WHERE task_instance = ?", key(conversation));

        Http.put(
                        "/api/staff/stores/%s/conversations/%s/messages/%s"
                                .formatted(store.id().value(), conversation, UUID.randomUUID()),
                        "{\"kind\": \"staff\", \"text\": \"Good morning\"}")
                .as(priya)
                .send();

        assertThat(due(conversation)).isEmpty();
    }

    private UUID write(String text) {
        return given.firstMessage(store, anna, text).conversation().id().value();
    }

    private static void cameFrom(UUID conversation, long seq, String address) {
        DatabaseOwner.execute(
                """
                UPDATE message SET email = jsonb_build_object('from', CAST(? AS text), 'known', false)
                 WHERE conversation_id = ? AND seq = ?
                """,
                address,
                conversation,
                seq);
    }

    private void tell(UUID conversation) {
        telling.tell(store.id(), new ConversationId(conversation));
    }

    private void quiet(SignedIn person, boolean now) {
        LocalTime time = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        String hours =
                "{\"from\": \"%s\", \"to\": \"%s\", \"timeZone\": \"UTC\"}"
                        .formatted(time.minusHours(2), time.plusHours(2));
        Http.put(
                        "/api/staff/stores/" + store.id().value() + "/notification-settings",
                        "{\"email\": true, \"browser\": false, \"sound\": \"none\", \"quietHours\": %s}"
                                .formatted(now ? hours : "null"))
                .as(person)
                .send();
    }

    private String key(UUID conversation) {
        return Aftermath.key(store.id(), new ConversationId(conversation));
    }

    private List<String> due(UUID conversation) {
        return DatabaseOwner.ask(
                "SELECT '1' FROM job WHERE task_name = 'notification.message' AND task_instance = ?",
                key(conversation));
    }

    private void hasten(UUID conversation) {
        DatabaseOwner.execute(
                "UPDATE job SET execution_time = now()"
                        + " WHERE task_name = 'notification.message' AND task_instance = ?",
                key(conversation));
    }

    /// What waits for quiet hours to be over; `due` if it does not.
    private static List<String> later(UUID conversation) {
        return DatabaseOwner.ask(
                """
                SELECT CASE WHEN execution_time > now() + interval '1 hour' THEN 'later' ELSE 'due' END
                  FROM job
                 WHERE task_name = 'notification.quiet_hours_over' AND task_instance LIKE ?
                """,
                conversation + "/%");
    }

    /// How many mails were fixed for this person.
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

    private static String part(MimeMessage mail, int at) throws Exception {
        return ((Multipart) mail.getContent())
                .getBodyPart(at)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }
}
