package dev.shopbell.email.inbound;

import static dev.shopbell.testkit.GivenIdentity.identify;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.Tokens;
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

/// What becomes of a mail that answers a thread which is closed, because its customer turned out to
/// have another one. The answer had gone to the address that was typed there.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ClosedThreadMailTest {

    private static final String TYPED = "anna@example.com";

    @Inject Given given;
    @Inject GivenIdentity identities;
    @Inject InboundMails mails;
    @TestHTTPResource URI server;

    private Store store;
    private String secret;
    private StaffBrowser priya;
    private VisitorSecret phone;
    private UUID older;
    private String messageId;

    @BeforeEach
    void anAnswerWentByMail() {
        store = given.store();
        secret = identities.secret(given.owner(store).member());
        priya = new StaffBrowser(server, given.agent(store));
        phone = given.secret();
        ShopperBrowser browser = new ShopperBrowser(server, store, phone);
        browser.write("Is the mug still there?");
        older = browser.conversation();
        priya.answer(older, "Yes, two of them.");
        messageId = GivenMail.replyWent(store, older, TYPED);
    }

    @Test
    void theCustomersOwnGoesOnWhereTheThreadDoes() {
        UUID newer = closedFor(TYPED);
        WrittenMail mail = answerFrom(TYPED);

        assertThat(take(mail)).isEqualTo(Became.TAKEN);
        assertThat(take(mail)).isEqualTo(Became.KNOWN);

        assertThat(lastText(newer)).startsWith("Then I take both.");
        assertThat(lastText(older)).doesNotContain("Then I take both.");
    }

    @Test
    void oneThatWasTakenBeforeIsNotTakenAgain() {
        WrittenMail mail = answerFrom(TYPED);
        assertThat(take(mail)).isEqualTo(Became.TAKEN);
        UUID newer = closedFor(TYPED);

        assertThat(take(mail)).isEqualTo(Became.KNOWN);

        assertThat(lastText(newer)).doesNotContain("Then I take both.");
    }

    @Test
    void anybodyElsesBeginsAThreadOfTheirOwn() {
        UUID newer = closedFor("ben@example.com");

        assertThat(take(answerFrom(TYPED))).isEqualTo(Became.TAKEN);

        assertThat(lastText(newer)).doesNotContain("Then I take both.");
        assertThat(lastText(older)).doesNotContain("Then I take both.");
        List<String> fresh =
                DatabaseOwner.ask(
                        """
                        SELECT c.conversation_id::text
                          FROM conversation c
                         WHERE c.store_id = ? AND c.conversation_id NOT IN (?, ?) AND c.began = 'email'
                        """,
                        store.id().value(),
                        older,
                        newer);
        assertThat(fresh).hasSize(1);
        assertThat(lastText(UUID.fromString(fresh.getFirst()))).startsWith("Then I take both.");
    }

    @Test
    void whoeverIsProvenToHaveTheAddressDoesNotAnswerInTheThreadOfWhoTypedIt() {
        VisitorSecret annas = signedIn(given.secret(), TYPED);
        ShopperBrowser anna = new ShopperBrowser(server, store, annas);
        anna.write("I am the one");
        WrittenMail mail = answerFrom(TYPED);

        assertThat(take(mail)).isEqualTo(Became.TAKEN);
        assertThat(take(mail)).isEqualTo(Became.KNOWN);

        assertThat(lastText(older)).doesNotContain("Then I take both.");
        assertThat(lastText(anna.conversation())).isEqualTo("I am the one");
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT '1' FROM conversation WHERE store_id = ? AND began = 'email'",
                                store.id().value()))
                .hasSize(1);
    }

    /// The customer has a newer thread; signing in closes the older one. Says which goes on.
    private UUID closedFor(String email) {
        ShopperBrowser laptop = new ShopperBrowser(server, store, signedIn(given.secret(), email));
        laptop.write("Today");
        var _ = signedIn(phone, email);
        assertThat(priya.thread(older).at("/conversation/continued").asBoolean()).isTrue();
        return laptop.conversation();
    }

    private VisitorSecret signedIn(VisitorSecret visitor, String email) {
        String claims = Tokens.claims(store.key(), "c-1", email, "Somebody");
        assertThat(identify(store, visitor, Tokens.hs256(secret, claims)).outcome())
                .isEqualTo("204");
        return visitor;
    }

    private WrittenMail answerFrom(String sender) {
        return new WrittenMail("Anna Kowalska <" + sender + ">", RealMailbox.ADDRESS)
                .answers(messageId)
                .says("Then I take both.");
    }

    private Became take(WrittenMail mail) {
        try {
            return mails.take(null, List.of(), mail.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastText(UUID conversation) {
        JsonNode messages = priya.thread(conversation).path("messages");
        return messages.get(messages.size() - 1).path("text").asText();
    }
}
