package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.email.outbound.ReplyTokens;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.store.Store;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mail that claims more than it can show, and mail that brings more than it should.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DoubtfulMailTest {

    private static final String ANNA = "anna@example.com";

    @Inject Given given;
    @Inject InboundMails mails;
    @Inject ReplyTokens tokens;
    @TestHTTPResource URI server;

    private final String mallory = "mallory-" + UUID.randomUUID() + "@example.net";
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
    void whoClaimsToAnswerSomebodyElsesMailIsToldApartAndGainsNothing() throws Exception {
        assertThat(
                        take(
                                store,
                                new WrittenMail(mallory, RealMailbox.ADDRESS)
                                        .answers(messageId)
                                        .says("Send it to me instead.")))
                .isEqualTo(Became.TAKEN);

        JsonNode begun = begunBy(mallory);
        JsonNode email = begun.at("/messages/0/email");
        assertThat(email.path("answersAnother").asBoolean()).isTrue();
        assertThat(begun.toString()).doesNotContain(conversation.toString(), ANNA);
        assertThat(priya.thread(conversation).path("messages")).hasSize(2);
        assertThat(anna.thread().path("messages")).hasSize(2);
    }

    @Test
    void whoAnswersNothingOrTheirOwnOrWhatIsOfAnotherStoreClaimsNothing() throws Exception {
        take(store, new WrittenMail(mallory, RealMailbox.ADDRESS).says("Hello"));
        take(
                given.store(),
                new WrittenMail(mallory, RealMailbox.ADDRESS).answers(messageId).says("Hello"));
        UUID begun = UUID.fromString(begunBy(mallory).at("/conversation/id").asText());
        String elsewhere = GivenMail.replyWent(store, begun, "mallory@old.example");
        take(store, new WrittenMail(mallory, RealMailbox.ADDRESS).answers(elsewhere).says("Again"));

        JsonNode messages = begunBy(mallory).path("messages");
        assertThat(messages).hasSize(2);
        assertThat(messages.findValues("answersAnother")).isEmpty();
    }

    @Test
    void aMarkThatIsMadeUpMakesNobodysMailComeBack() throws Exception {
        MailId ours = new MailId(GivenMail.idOf(messageId));
        String forged = tokens.bounce(given.store().id(), ours);

        take(null, returnedTo(forged));

        assertThat(priya.thread(conversation).path("messages")).hasSize(2);
        take(null, returnedTo(tokens.bounce(store.id(), ours)));
        assertThat(priya.thread(conversation).path("messages")).hasSize(3);
    }

    @Test
    void picturesOfWhatIsQuotedAreNotTakenAlong() throws Exception {
        take(
                null,
                answer().raw(
                                "multipart/related; boundary=\"r\"",
                                """
                                --r\r
                                Content-Type: text/html; charset=UTF-8\r
                                \r
                                <div>Like this: <img src="cid:mine"></div>
                                <div class="gmail_quote"><div class="gmail_attr">On Tue The Shop wrote:<br></div>
                                <blockquote class="gmail_quote"><img src="cid:logo">Which one?</blockquote></div>\r
                                %s%s--r--\r
                                """
                                        .formatted(picture("mine", 1), picture("logo", 2))));

        assertThat(lastMessage().path("attachments").findValuesAsText("name"))
                .containsExactly("mine.png");
    }

    @Test
    void ofManyFilesNoMoreThanTwentyAreLookedAt() throws Exception {
        WrittenMail mail = answer().says("All of them");
        for (int file = 0; file < 20; file++) {
            mail.with(file + ".png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8));
        }
        mail.with("good.png", "image/png", Pictures.png(1));

        take(null, mail);

        assertThat(lastMessage().path("attachments")).isEmpty();
        assertThat(lastMessage().at("/email/refused")).hasSize(20);
    }

    @Test
    void whoeverTypedAnAddressIntoTheChatAndIsBlockedKeepsItsPersonFromNothing() throws Exception {
        ShopperBrowser troll = new ShopperBrowser(server, store, given.secret());
        troll.write("Buy this");
        GivenMail.isReachableAt(troll.conversation(), mallory);
        priya.block(troll.conversation());

        assertThat(
                        take(
                                store,
                                new WrittenMail(mallory, RealMailbox.ADDRESS)
                                        .says("Where is my order?")))
                .isEqualTo(Became.TAKEN);
    }

    private WrittenMail answer() {
        return new WrittenMail(ANNA, RealMailbox.ADDRESS).answers(messageId);
    }

    private static String picture(String name, int number) {
        return """
        --r\r
        Content-Type: image/png; name="%s.png"\r
        Content-ID: <%s>\r
        Content-Transfer-Encoding: base64\r
        \r
        %s\r
        """
                .formatted(
                        name, name, Base64.getMimeEncoder().encodeToString(Pictures.png(number)));
    }

    /// Nothing but the mark says of which mail it tells.
    private static WrittenMail returnedTo(String mark) {
        return new WrittenMail("MAILER-DAEMON@example.com", "chat+" + mark + "@hearthlow.example")
                .raw(
                        "multipart/report; report-type=delivery-status; boundary=\"b\"",
                        """
                        --b\r
                        Content-Type: message/delivery-status\r
                        \r
                        Reporting-MTA: dns; mx.example.com\r
                        \r
                        Final-Recipient: rfc822; anna@example.com\r
                        Action: failed\r
                        Status: 5.1.1\r
                        --b--\r
                        """);
    }

    private Became take(@Nullable Store to, WrittenMail mail) throws IOException {
        return mails.take(to == null ? null : to.id(), List.of(), mail.stream());
    }

    private JsonNode lastMessage() {
        JsonNode messages = priya.thread(conversation).path("messages");
        return messages.get(messages.size() - 1);
    }

    private JsonNode begunBy(String address) {
        return priya.list("all")
                .path("conversations")
                .valueStream()
                .filter(each -> each.at("/customer/email").asText().equals(address))
                .map(each -> priya.thread(UUID.fromString(each.path("id").asText())))
                .findFirst()
                .orElseThrow();
    }
}
