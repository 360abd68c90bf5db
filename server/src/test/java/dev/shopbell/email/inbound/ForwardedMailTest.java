package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.outbound.ReplyTokens;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.ForwardingProvider;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.MailboxForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.SmtpTalk;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mail that a store's provider sends on to the store's forwarding address, over real SMTP.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailboxForTests.class, restrictToAnnotatedClass = true)
class ForwardedMailTest {

    private static final String ANNA = "anna@example.com";
    private static final String SHOP = "chat@hearthlow.example";

    @Inject Given given;
    @Inject ReplyTokens tokens;
    @Inject ObjectMapper json;
    @TestHTTPResource URI server;
    @MailboxForTests.Here MailboxForTests.Door door;

    private Store store;
    private SignedIn owner;
    private StaffBrowser staff;
    private UUID conversation;
    private String messageId;
    private ForwardingProvider provider;

    @BeforeEach
    void anAnswerWentByMail() {
        store = given.store();
        owner = given.owner(store);
        staff = new StaffBrowser(server, owner);
        ShopperBrowser anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Is the mug still there?");
        conversation = anna.conversation();
        staff.answer(conversation, "Yes, two of them.");
        messageId = GivenMail.replyWent(store, conversation, ANNA);
        provider = new ForwardingProvider(door.port());
    }

    @AfterEach
    void closeTheProvider() {
        provider.close();
    }

    @Test
    void theAddressToForwardToIsTheStoresOwn() throws Exception {
        assertThat(settings().path("forwardTo").asText()).isEqualTo(forwardTo(store));
        assertThat(forwardTo(store)).endsWith("@" + MailboxForTests.MAIL_HOST);
    }

    @Test
    void theMarkOfAReplyIsReadInTheHeaderOfWhatIsForwarded() {
        assertThat(forward(new WrittenMail(ANNA, replyTo()).says("Then I take both.")))
                .startsWith("250");

        assertThat(said(conversation)).contains("Then I take both.");
    }

    @Test
    void theMailItAnswersSaysWhereItBelongsWhenTheMarkIsGone() {
        assertThat(forward(new WrittenMail(ANNA, SHOP).answers(messageId).says("No mark.")))
                .startsWith("250");

        assertThat(said(conversation)).contains("No mark.");
    }

    @Test
    void aFreshMailBeginsAConversationOfTheStoreWhoseProviderForwardsIt() {
        String ben = "ben-" + UUID.randomUUID() + "@example.com";

        assertThat(forward(new WrittenMail("Ben Okafor <" + ben + ">", SHOP).says("Hello")))
                .startsWith("250");

        List<JsonNode> begun = conversationsOf(ben);
        assertThat(begun).hasSize(1);
        assertThat(begun.getFirst().at("/customer/emailVerified").asBoolean()).isFalse();
    }

    @Test
    void theMarkOfAnotherStoresReplyOpensNothingThere() {
        Store other = given.store();
        ShopperBrowser stranger = new ShopperBrowser(server, other, given.secret());
        stranger.write("Hello there");
        StaffBrowser others = new StaffBrowser(server, given.agent(other));
        others.answer(stranger.conversation(), "Good day");
        GivenMail.replyWent(other, stranger.conversation(), ANNA);
        String mark =
                tokens.reply(
                        other.id(),
                        new ConversationId(stranger.conversation()),
                        new EmailAddress(ANNA));

        forward(new WrittenMail(ANNA, "chat+" + mark + "@hearthlow.example").says("Wrong door"));

        assertThat(others.thread(stranger.conversation()).at("/conversation/lastSeq").asLong())
                .isEqualTo(2);
        assertThat(conversationsOf(ANNA)).hasSize(2);
    }

    @Test
    void addressesOfNoStoreAndOfAnotherHostAreRefused() throws Exception {
        try (SmtpTalk talk = new SmtpTalk(door.port())) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<anna@example.com>");
            String key = store.key();
            String host = MailboxForTests.MAIL_HOST;

            assertThat(talk.say("RCPT TO:<store-" + "0".repeat(24) + "@" + host + ">"))
                    .startsWith("550");
            assertThat(talk.say("RCPT TO:<store-" + key + "@elsewhere.example>")).startsWith("550");
            assertThat(talk.say("RCPT TO:<" + key + "@" + host + ">")).startsWith("550");
            assertThat(talk.say("RCPT TO:<store-@" + host + ">")).startsWith("550");
            assertThat(talk.say("RCPT TO:<postmaster@" + host + ">")).startsWith("550");
            assertThat(talk.say("RCPT TO:<STORE-" + key + "@" + host + ">")).startsWith("250");
        }
    }

    @Test
    void oneMailToTwoStoresIsHeardByBoth() throws Exception {
        Store other = given.store();
        StaffBrowser others = new StaffBrowser(server, given.owner(other));
        String ben = "ben-" + UUID.randomUUID() + "@example.com";

        try (SmtpTalk talk = new SmtpTalk(door.port())) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<" + ben + ">");
            assertThat(talk.say("RCPT TO:<" + forwardTo(store) + ">")).startsWith("250");
            assertThat(talk.say("RCPT TO:<" + forwardTo(other) + ">")).startsWith("250");
            talk.say("DATA");
            talk.send(new WrittenMail(ben, SHOP).says("To both of you").source());
            assertThat(talk.say(".")).startsWith("250");
        }

        assertThat(conversationsOf(ben)).hasSize(1);
        assertThat(conversationsOf(others, ben)).hasSize(1);
    }

    @Test
    void oneMailForwardedForAStoreAndAnsweringInAnotherIsHeardByBoth() throws Exception {
        Store other = given.store();
        StaffBrowser others = new StaffBrowser(server, given.owner(other));

        try (SmtpTalk talk = new SmtpTalk(door.port())) {
            talk.say("EHLO mx.example.com");
            talk.say("MAIL FROM:<" + ANNA + ">");
            assertThat(talk.say("RCPT TO:<" + forwardTo(other) + ">")).startsWith("250");
            assertThat(talk.say("RCPT TO:<" + replyTo() + ">")).startsWith("250");
            talk.say("DATA");
            talk.send(new WrittenMail(ANNA, replyTo()).says("To both of you").source());
            assertThat(talk.say(".")).startsWith("250");
        }

        assertThat(said(conversation)).containsOnlyOnce("To both of you");
        assertThat(conversationsOf(others, ANNA)).hasSize(1);
    }

    @Test
    void whoeverSendsThemselvesACopyIsHeard() {
        forward(new WrittenMail(ANNA, replyTo()).header("Cc", ANNA).says("A copy for me."));

        assertThat(said(conversation)).contains("A copy for me.");
    }

    @Test
    void whatAnotherStoreCallsItsAddressKeepsNobodyFromWriting() {
        String ben = "ben-" + UUID.randomUUID() + "@example.com";
        Store other = given.store();
        UUID by = given.owner(other).staff().id().value();
        DatabaseOwner.execute(
                """
                INSERT INTO email_account
                       (store_id, version, is_used, from_name, from_address, plus_addressing, smtp_host,
                        smtp_port, smtp_security, arrival, saved_at, saved_by, worked_at)
                VALUES (?, 1, true, 'Mine', ?, false, 'mail.example', 587, 'tls', 'forwarding', now(), ?, now())
                """,
                other.id().value(),
                ben,
                by);

        assertThat(forward(new WrittenMail(ben, SHOP).says("It is my address"))).startsWith("250");

        assertThat(conversationsOf(ben)).hasSize(1);
    }

    @Test
    void whatAProviderAsksIsShownToAdministratorsAndIsNoConversation() throws Exception {
        Store other = given.store();
        WrittenMail question =
                new WrittenMail("Gmail Team <forwarding-noreply@google.com>", forwardTo(store))
                        .subject(
                                "(#482915736) Gmail Forwarding Confirmation - Receive Mail from"
                                        + " chat@hearthlow.example")
                        .says(
                                """
                                chat@hearthlow.example has requested to automatically forward mail to your email address\r
                                Confirmation code: 482915736\r
                                \r
                                https://mail-settings.google.com/mail/vf-%5BANGjdJ8-example%5D-q\r
                                """);

        assertThat(hand(forwardTo(store), question)).startsWith("250");
        assertThat(hand(forwardTo(store), question)).startsWith("250");

        JsonNode asked = settings().path("forwardingMails");
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).path("from").asText()).isEqualTo("forwarding-noreply@google.com");
        assertThat(asked.get(0).path("subject").asText()).contains("482915736");
        assertThat(asked.get(0).path("text").asText())
                .contains("https://mail-settings.google.com/mail/vf-%5BANGjdJ8-example%5D-q");
        assertThat(conversationsOf("forwarding-noreply@google.com")).isEmpty();
        assertThat(settingsOf(other, given.owner(other)).path("forwardingMails")).isEmpty();
        assertThat(
                        Http.of("GET", path(store, "email-settings"))
                                .as(given.agent(store))
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void onlyTheLastFewQuestionsAreKeptAndForSomeDays() throws Exception {
        for (int each = 0; each < 7; each++) {
            hand(
                    forwardTo(store),
                    new WrittenMail("noreply@mail.example", forwardTo(store)).says("Code " + each));
        }
        assertThat(settings().path("forwardingMails").findValuesAsText("text"))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("Code 6");

        DatabaseOwner.execute(
                "UPDATE forwarding_mail SET received_at = received_at - interval '8 days'"
                        + " WHERE store_id = ?",
                store.id().value());

        assertThat(settings().path("forwardingMails")).isEmpty();
    }

    @Test
    void whatAProviderSendsToManyIsAQuestionToo() throws Exception {
        assertThat(
                        hand(
                                forwardTo(store),
                                new WrittenMail("team@mail.example", forwardTo(store))
                                        .header("Precedence", "bulk")
                                        .says("Code 482915736")))
                .startsWith("250");

        assertThat(settings().path("forwardingMails")).hasSize(1);
        assertThat(conversationsOf("team@mail.example")).isEmpty();
    }

    @Test
    void automaticMailThatIsForwardedIsNoQuestion() throws Exception {
        assertThat(forward(new WrittenMail("news-noreply@mail.example", SHOP).says("Offers")))
                .startsWith("250");

        assertThat(settings().path("forwardingMails")).isEmpty();
    }

    @Test
    void aMailThatComesBackIsKnownByTheMarkInItsHeader() {
        WrittenMail returned =
                new WrittenMail("MAILER-DAEMON@example.com", SHOP)
                        .raw(
                                "multipart/report; report-type=delivery-status; boundary=\"b\"",
                                """
                                --b\r
                                Content-Type: text/plain\r
                                \r
                                The mailbox does not exist.\r
                                --b\r
                                Content-Type: message/delivery-status\r
                                \r
                                Reporting-MTA: dns; mx.example.com\r
                                \r
                                Final-Recipient: rfc822; anna@example.com\r
                                Action: failed\r
                                Status: 5.1.1\r
                                --b\r
                                Content-Type: text/rfc822-headers\r
                                \r
                                Message-ID: %s\r
                                --b--\r
                                """
                                        .formatted(messageId));

        assertThat(forward(returned)).startsWith("250");

        JsonNode messages = staff.thread(conversation).path("messages");
        assertThat(messages.get(messages.size() - 1).at("/event/type").asText())
                .isEqualTo("email_bounced");
    }

    private String replyTo() {
        return "chat+%s@hearthlow.example"
                .formatted(
                        tokens.reply(
                                store.id(),
                                new ConversationId(conversation),
                                new EmailAddress(ANNA)));
    }

    private static String forwardTo(Store store) {
        return "store-" + store.key() + "@" + MailboxForTests.MAIL_HOST;
    }

    private String forward(WrittenMail mail) {
        return provider.forward(forwardTo(store), mail.source());
    }

    private String hand(String recipient, WrittenMail mail) {
        return SmtpTalk.hand(door.port(), recipient, mail);
    }

    private JsonNode settings() throws Exception {
        return settingsOf(store, owner);
    }

    private JsonNode settingsOf(Store whose, SignedIn by) throws Exception {
        return json.readTree(Http.of("GET", path(whose, "email-settings")).as(by).send().body());
    }

    private static String path(Store whose, String below) {
        return "/api/staff/stores/" + whose.id().value() + "/" + below;
    }

    private List<String> said(UUID thread) {
        return staff.thread(thread)
                .path("messages")
                .valueStream()
                .map(message -> message.path("text").asText())
                .toList();
    }

    private List<JsonNode> conversationsOf(String email) {
        return conversationsOf(staff, email);
    }

    private static List<JsonNode> conversationsOf(StaffBrowser whose, String email) {
        return whose.list("all")
                .path("conversations")
                .valueStream()
                .filter(each -> each.at("/customer/email").asText().equals(email))
                .toList();
    }
}
