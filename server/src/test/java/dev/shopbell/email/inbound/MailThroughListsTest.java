package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenEmailAccount;
import dev.shopbell.testkit.GivenMail;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person wrote is heard whatever it went through on its way: many a store's address is a
/// group that sends on. What a program wrote stays where people find it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MailThroughListsTest {

    @Inject Given given;
    @Inject GivenEmailAccount accounts;
    @Inject InboundMails mails;
    @TestHTTPResource URI server;

    private final String ben = "ben-" + UUID.randomUUID() + "@example.com";
    private Store store;
    private SignedIn agent;
    private StaffBrowser priya;

    @BeforeEach
    void aStore() {
        store = given.store();
        agent = given.agent(store);
        priya = new StaffBrowser(server, agent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    List-Unsubscribe | <mailto:leave@corp.example> | X-Other          | of a gateway
                    List-Id          | <info.hearthlow.example>    | Precedence       | list
                    List-Post        | <mailto:info@shop.example>  | List-Unsubscribe | <https://groups.example/leave>
                    Precedence       | bulk                        | X-Other          | of a rule
                    """)
    void aPersonsMailThroughAGroupBeginsAConversation(
            String header, String value, String other, String otherValue) {
        assertThat(
                        take(
                                new WrittenMail(ben, RealMailbox.ADDRESS)
                                        .header(header, value)
                                        .header(other, otherValue)
                                        .says("Where is my order?")))
                .isEqualTo(Became.TAKEN);

        assertThat(conversationsOf(ben)).hasSize(1);
    }

    @Test
    void whoeverWroteThroughAGroupThatPutsItsOwnNameOnItIsAnsweredThemselves() {
        take(
                new WrittenMail("'Ben Okafor' via Info <info@shop.example>", "info@shop.example")
                        .header(
                                "List-Post",
                                "<https://groups.example/post>, <mailto:info@shop.example>")
                        .header("Precedence", "list")
                        .header("Reply-To", "Ben Okafor <" + ben + ">")
                        .says("Where is my order?"));

        assertThat(conversationsOf(ben)).hasSize(1);
        assertThat(conversationsOf(ben).getFirst().at("/customer/name").asText())
                .isEqualTo("Ben Okafor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Precedence               | bulk
                    List-Id                  | <all.corp.example>
                    X-Auto-Response-Suppress | All
                    """)
    void anAnswerThroughAListIsAnAnswerToItsEnd(String header, String value) {
        ShopperBrowser browser = new ShopperBrowser(server, store, given.secret());
        browser.write("Is the mug still there?");
        priya.answer(browser.conversation(), "Yes, two of them.");
        String ours = GivenMail.replyWent(store, browser.conversation(), ben);
        priya.tryStatus(browser.conversation(), "resolved");
        String words = "Then I take both. ".repeat(60).strip();

        assertThat(
                        take(
                                new WrittenMail(ben, RealMailbox.ADDRESS)
                                        .answers(ours)
                                        .header(header, value)
                                        .says(words)))
                .isEqualTo(Became.TAKEN);

        JsonNode thread = priya.thread(browser.conversation());
        JsonNode last = thread.path("messages").get(thread.path("messages").size() - 1);
        assertThat(last.path("kind").asText()).isEqualTo("customer");
        assertThat(last.path("text").asText()).isEqualTo(words);
        assertThat(thread.at("/conversation/status").asText()).isEqualTo("unresolved");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    news@shop.example     | List-Unsubscribe: <mailto:leave@shop.example>; Precedence: bulk
                    news@shop.example     | List-Unsubscribe: <https://shop.example/leave>; List-Unsubscribe-Post: List-Unsubscribe=One-Click
                    no-reply@shop.example | X-Mailer: shop
                    ben@example.com       | Auto-Submitted: auto-generated
                    ben@example.com       | Precedence: junk
                    ben@example.com       | Return-Path: <>
                    MAILER-DAEMON@a.example | X-Mailer: shop
                    """)
    void whatAProgramWroteIsLeftWhereItIs(String from, String headers) {
        WrittenMail mail = new WrittenMail(from, RealMailbox.ADDRESS).says("Offers!");
        for (String header : headers.split("; ")) {
            mail.header(header.split(": ")[0], header.split(": ")[1]);
        }

        assertThat(take(mail)).isEqualTo(Became.LEFT);

        assertThat(priya.list("all").path("conversations")).isEmpty();
    }

    @Test
    void aReportAboutAMailThatIsNotOursIsLeftWhereItIs() {
        assertThat(
                        take(
                                new WrittenMail("MAILER-DAEMON@a.example", RealMailbox.ADDRESS)
                                        .raw(
                                                "multipart/report; report-type=delivery-status; boundary=\"b\"",
                                                """
                                                --b\r
                                                Content-Type: message/delivery-status\r
                                                \r
                                                Reporting-MTA: dns; mx.example.com\r
                                                \r
                                                Final-Recipient: rfc822; zoe@example.com\r
                                                Action: failed\r
                                                Status: 5.1.1\r
                                                --b--\r
                                                """)))
                .isEqualTo(Became.LEFT);
    }

    @Test
    void whoShopsFromTheAddressOfAnotherStoreIsACustomerLikeAnyOther() {
        Store other = given.store();
        writesFrom(other, given.agent(other), ben);

        assertThat(take(new WrittenMail(ben, RealMailbox.ADDRESS).says("Where is my order?")))
                .isEqualTo(Became.TAKEN);

        assertThat(conversationsOf(ben)).hasSize(1);
    }

    @Test
    void whoCopiesThemselvesIsHeard() {
        assertThat(
                        take(
                                new WrittenMail(ben, RealMailbox.ADDRESS)
                                        .header("Cc", ben)
                                        .says("Where is my order?")))
                .isEqualTo(Became.TAKEN);
    }

    @Test
    void whatTheStoreItselfWroteIsNoMessageOfACustomer() {
        String own = "chat-" + UUID.randomUUID() + "@hearthlow.example";
        writesFrom(store, agent, own);

        assertThat(take(new WrittenMail(own, own).says("A copy for us"))).isEqualTo(Became.LEFT);

        assertThat(conversationsOf(own)).isEmpty();
    }

    @Test
    void aStaffMembersAnswerFromAnotherAddressOfTheirsIsNoCustomersAndWaitsUntilTheyCanBeTold() {
        ShopperBrowser browser = new ShopperBrowser(server, store, given.secret());
        browser.write("My number is 12.");
        String told =
                GivenMail.notificationWent(
                        store,
                        browser.conversation(),
                        agent.staff().id().value(),
                        agent.staff().email().value());

        assertThat(
                        take(
                                new WrittenMail(ben, RealMailbox.ADDRESS)
                                        .answers(told)
                                        .says("Dear Anna\r\n> My number is 12.")))
                .isEqualTo(Became.COME_AGAIN);

        assertThat(conversationsOf(ben)).isEmpty();
    }

    private void writesFrom(Store owner, SignedIn by, String address) {
        StoreId id = owner.id();
        accounts.account(id, by.staff().id());
        DatabaseOwner.execute(
                """
                UPDATE email_account SET from_address = ?, arrival = 'forwarding', worked_at = now()
                 WHERE store_id = ?
                """,
                address,
                id.value());
    }

    private Became take(WrittenMail mail) {
        try {
            return mails.take(store.id(), List.of(), mail.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> conversationsOf(String email) {
        return priya.list("all")
                .path("conversations")
                .valueStream()
                .filter(each -> each.at("/customer/email").asText().equals(email))
                .toList();
    }
}
