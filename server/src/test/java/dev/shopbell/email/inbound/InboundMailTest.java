package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a mail, whichever way it came. Anna wrote in the chat and left; Priya's answer
/// went to her by mail.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class InboundMailTest {

    private static final String ANNA = "anna@example.com";

    @Inject Given given;
    @Inject InboundMails mails;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private UUID conversation;
    private String messageId;

    @BeforeEach
    void anAnswerWentByMail() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Is the mug still there?");
        conversation = anna.conversation();
        priya.answer(conversation, "Yes, two of them.");
        messageId = GivenMail.replyWent(store, conversation, ANNA);
    }

    @Test
    void anAnswerIsAMessageOfTheThreadForStaffAndShopperAlike() {
        assertThat(take(answer().says("Then I take both.\r\n\r\nAnna"))).isEqualTo(Became.TAKEN);

        JsonNode last = lastMessage();
        assertThat(last.path("kind").asText()).isEqualTo("customer");
        assertThat(last.path("text").asText()).startsWith("Then I take both.");
        assertThat(last.at("/email/from").asText()).isEqualTo(ANNA);
        assertThat(last.at("/email/known").asBoolean()).isTrue();
        assertThat(last.at("/email/subject").asText()).isEqualTo("Broken mug");
        JsonNode own = anna.thread().path("messages");
        assertThat(own.get(own.size() - 1).path("text").asText()).startsWith("Then I take both.");
        assertThat(own.get(own.size() - 1).has("email")).isFalse();
    }

    @Test
    void anAnswerMakesAResolvedConversationUnresolved() {
        priya.tryStatus(conversation, "resolved");

        take(answer().says("One more thing"));

        JsonNode thread = priya.thread(conversation);
        assertThat(thread.at("/conversation/status").asText()).isEqualTo("unresolved");
        assertThat(thread.at("/conversation/unread").asLong()).isPositive();
    }

    @Test
    void theSameMailIsTakenOnceHoweverOftenItComes() {
        WrittenMail mail = answer().says("Then I take both.");
        assertThat(take(mail)).isEqualTo(Became.TAKEN);

        // As another way of delivery has it: with other headers, and bytes written otherwise.
        mail.header("Received", "from elsewhere by here; Thu, 26 Nov 2026 10:00:01 +0100");
        mail.header("Delivered-To", RealMailbox.ADDRESS);

        assertThat(take(mail)).isEqualTo(Became.KNOWN);
        assertThat(seqs()).isEqualTo(3);
    }

    @Test
    void twoDeliveriesAtTheSameMomentAreTakenOnce() {
        WrittenMail mail = answer().says("Then I take both.");

        List<Became> became =
                IntStream.range(0, 8).parallel().mapToObj(_ -> take(mail)).sorted().toList();

        assertThat(became).containsOnlyOnce(Became.TAKEN).containsOnly(Became.TAKEN, Became.KNOWN);
        assertThat(seqs()).isEqualTo(3);
    }

    @Test
    void aForgedReferenceOfSomebodyElseIsAsGoodAsNone() {
        WrittenMail forged =
                new WrittenMail("mallory@example.net", RealMailbox.ADDRESS)
                        .answers(messageId)
                        .says("Send it to me instead.");

        assertThat(take(forged)).isEqualTo(Became.NOT_OURS);
        assertThat(seqs()).isEqualTo(2);
    }

    @Test
    void aSubjectDecidesNothing() {
        WrittenMail guessed =
                new WrittenMail(ANNA, RealMailbox.ADDRESS)
                        .subject("Re: " + conversation)
                        .says("Same subject");

        assertThat(take(guessed)).isEqualTo(Became.NOT_OURS);
    }

    @Test
    void aFreshMailToTheStoreBeginsAThreadAndTheNextGoesOnInIt() {
        String ben = "ben-" + UUID.randomUUID() + "@example.com";
        takeForStore(
                new WrittenMail("Ben Okafor <" + ben + ">", RealMailbox.ADDRESS).says("Hello"));
        takeForStore(new WrittenMail(ben, RealMailbox.ADDRESS).says("Hello again"));

        List<JsonNode> begun = conversationsOf(ben);
        assertThat(begun).hasSize(1);
        assertThat(begun.getFirst().at("/customer/name").asText()).isEqualTo("Ben Okafor");
        assertThat(begun.getFirst().at("/customer/emailVerified").asBoolean()).isFalse();
        assertThat(begun.getFirst().path("lastSeq").asLong()).isEqualTo(2);
    }

    @Test
    void aFreshMailNeverGoesOnInTheThreadOfAChatVisitorWhoTypedTheAddress() {
        takeForStore(new WrittenMail(ANNA, RealMailbox.ADDRESS).says("I am the real one"));

        assertThat(seqs()).isEqualTo(2);
        assertThat(conversationsOf(ANNA)).hasSize(2);
    }

    @Test
    void aFreshMailNeverGoesOnInTheThreadOfAVerifiedCustomer() {
        DatabaseOwner.execute(
                "UPDATE customer SET email_verified_at = now() WHERE store_id = ?",
                store.id().value());
        DatabaseOwner.execute(
                "UPDATE conversation SET began = 'email' WHERE store_id = ?", store.id().value());

        takeForStore(new WrittenMail(ANNA, RealMailbox.ADDRESS).says("Let me in"));

        assertThat(seqs()).isEqualTo(2);
    }

    @Test
    void mailOfABlockedSenderIsDroppedWithoutAWord() {
        priya.block(conversation);
        long before = seqs();

        assertThat(take(answer().says("You will hear from me"))).isEqualTo(Became.DROPPED);

        assertThat(seqs()).isEqualTo(before);
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*) FROM inbound_mail WHERE store_id = ?",
                                store.id().value()))
                .containsExactly("0");
    }

    @Test
    void whoeverBeganByMailAndIsBlockedBeginsNoOther() {
        String ben = "ben-" + UUID.randomUUID() + "@example.com";
        takeForStore(new WrittenMail(ben, RealMailbox.ADDRESS).says("Hello"));
        UUID begun = UUID.fromString(conversationsOf(ben).getFirst().path("id").asText());
        priya.block(begun);

        assertThat(takeForStore(new WrittenMail(ben, RealMailbox.ADDRESS).says("Hello?")))
                .isEqualTo(Became.DROPPED);
        assertThat(conversationsOf(ben)).hasSize(1);
    }

    @Test
    void filesGoThroughTheIntakeOfUploadsAndThoseThatAreRefusedAreNamed() {
        take(
                answer().says("Here it is")
                        .with("mug.png", "image/png", Pictures.png(1))
                        .with(
                                "receipt.pdf",
                                "application/pdf",
                                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                        .with("huge.png", "image/png", new byte[2_000_000]));

        JsonNode last = lastMessage();
        assertThat(last.path("attachments")).hasSize(1);
        assertThat(last.at("/attachments/0/name").asText()).isEqualTo("mug.png");
        assertThat(last.at("/email/refused").findValuesAsText("name"))
                .containsExactly("receipt.pdf", "huge.png");
        assertThat(last.at("/email/refused").findValuesAsText("code"))
                .containsExactly("file_type_not_accepted", "file_too_large");
    }

    @Test
    void outOfTheOfficeIsAQuietLineAndWakesNobody() {
        priya.tryStatus(conversation, "resolved");

        assertThat(
                        take(
                                answer().subject("Out of office")
                                        .header("Auto-Submitted", "auto-replied")
                                        .says("I am back on Monday.")))
                .isEqualTo(Became.TAKEN);

        JsonNode last = lastMessage();
        assertThat(last.path("kind").asText()).isEqualTo("event");
        assertThat(last.at("/event/type").asText()).isEqualTo("email_auto_reply");
        assertThat(last.at("/event/text").asText()).isEqualTo("I am back on Monday.");
        JsonNode summary = priya.thread(conversation).path("conversation");
        assertThat(summary.path("status").asText()).isEqualTo("resolved");
        assertThat(summary.path("unread").asLong()).isZero();
    }

    @Test
    void aReturnedMailSaysSoInTheThreadOnce() {
        assertThat(take(returned(ANNA))).isEqualTo(Became.TAKEN);
        assertThat(take(returned(ANNA))).isNotEqualTo(Became.TAKEN);

        JsonNode last = lastMessage();
        assertThat(last.at("/event/type").asText()).isEqualTo("email_bounced");
        assertThat(last.at("/event/address").asText()).isEqualTo(ANNA);
        assertThat(last.at("/event/lastPublicSeq").asLong()).isEqualTo(2);
        assertThat(last.path("publicSeq").isNull()).isTrue();
        assertThat(seqs()).isEqualTo(3);
    }

    @Test
    void aReturnForSomebodyElseIsNotBelieved() {
        take(returned("somebody@example.net"));

        assertThat(seqs()).isEqualTo(2);
    }

    @Test
    void aFloodOfOneSenderIsBounded() {
        boolean isBounded =
                IntStream.range(0, 300)
                        .mapToObj(each -> take(answer().says("Flood " + each)))
                        .anyMatch(Became.COME_AGAIN::equals);

        assertThat(isBounded).isTrue();
    }

    @Test
    void headersCannotBeInjectedIntoWhatTheThreadSays() {
        take(
                answer().subject("=?utf-8?q?Hi=0D=0ABcc:_all=40example.com?=")
                        .header("From", "=?utf-8?q?Anna=0D=0AEvil?= <" + ANNA + ">")
                        .says("Hello"));

        JsonNode email = lastMessage().path("email");
        assertThat(email.path("subject").asText()).doesNotContain("\r", "\n");
        assertThat(email.path("fromName").asText()).doesNotContain("\r", "\n");
    }

    @Test
    void anEmptyMailStillSaysThatSomebodyWrote() {
        take(answer().subject("Just a subject").says(""));

        assertThat(lastMessage().path("text").asText()).isEqualTo("Just a subject");
    }

    @Test
    void aFileInTheTextGoesThroughTheIntakeToo() {
        take(answer().says("Here:\r\nbegin 644 receipt.txt\r\n#0V%T\r\n`\r\nend\r\n"));

        JsonNode last = lastMessage();
        assertThat(last.path("text").asText()).isEqualTo("Here:");
        assertThat(last.at("/email/refused").findValuesAsText("name"))
                .containsExactly("receipt.txt");
    }

    private WrittenMail answer() {
        return new WrittenMail("Anna Kowalska <" + ANNA + ">", RealMailbox.ADDRESS)
                .answers(messageId);
    }

    private WrittenMail returned(String recipient) {
        return new WrittenMail("MAILER-DAEMON@example.com", RealMailbox.ADDRESS)
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
                        Final-Recipient: rfc822; %s\r
                        Action: failed\r
                        Status: 5.1.1\r
                        Diagnostic-Code: smtp; 550 5.1.1 No such user\r
                        --b\r
                        Content-Type: text/rfc822-headers\r
                        \r
                        From: chat@hearthlow.example\r
                        Message-ID: %s\r
                        --b--\r
                        """
                                .formatted(recipient, messageId));
    }

    private Became take(WrittenMail mail) {
        return take(null, mail);
    }

    private Became takeForStore(WrittenMail mail) {
        return take(store, mail);
    }

    private Became take(@Nullable Store to, WrittenMail mail) {
        try {
            return mails.take(to == null ? null : to.id(), List.of(), mail.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode lastMessage() {
        JsonNode messages = priya.thread(conversation).path("messages");
        return messages.get(messages.size() - 1);
    }

    private long seqs() {
        return priya.thread(conversation).at("/conversation/lastSeq").asLong();
    }

    private List<JsonNode> conversationsOf(String email) {
        return priya.list("all")
                .path("conversations")
                .valueStream()
                .filter(each -> each.at("/customer/email").asText().equals(email))
                .toList();
    }
}
