package dev.shopbell.inbox;

import static dev.shopbell.testkit.Given.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.CustomerDraft;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.message.Messages;
import dev.shopbell.message.Posted;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A block by network address holds for where the sender wrote from last, and for newcomers alone:
/// many people share an address.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NetworkBlockTest {

    private static final NetworkTrace HOME = new NetworkTrace("aa");
    private static final NetworkTrace CAFE = new NetworkTrace("bb");

    @Inject Given given;
    @Inject Messages messages;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private VisitorSecret rude;
    private ConversationId conversation;

    @BeforeEach
    void somebodyHasWrittenFromHomeAndThenFromACafe() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        rude = given.secret();
        conversation = post(rude, HOME).conversation().id();
        post(rude, CAFE);
    }

    @Test
    void newcomersAreRefusedWhereTheSenderLastWroteFromAndNowhereElse() {
        priya.blockNetwork(conversation.value());

        assertRefused(given.secret(), CAFE);
        post(given.secret(), HOME);
    }

    @Test
    void whatABlockedSenderTriesFromElsewhereIsNotKept() {
        priya.block(conversation.value());
        assertRefused(rude, HOME);

        priya.blockNetwork(conversation.value());

        assertRefused(given.secret(), CAFE);
        post(given.secret(), HOME);
    }

    @Test
    void oneAddressIsKeptOfABrowserAndNotTheOnesBefore() {
        assertThat(
                        DatabaseOwner.ask(
                                "SELECT encode(address_hash, 'hex') FROM visitor WHERE store_id = ?",
                                store.id().value()))
                .containsExactly("bb");
    }

    private Posted post(VisitorSecret secret, NetworkTrace from) {
        CustomerDraft draft = given.draft(secret, "Hello?");
        return messages.post(
                store,
                new CustomerDraft(
                        secret,
                        draft.conversation(),
                        draft.id(),
                        draft.text(),
                        draft.attachments(),
                        draft.contact(),
                        draft.surroundings(),
                        from),
                EVERYBODY);
    }

    private void assertRefused(VisitorSecret secret, NetworkTrace from) {
        assertThatThrownBy(() -> post(secret, from))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isEqualTo(MessageRefusal.SENDER_BLOCKED));
    }
}
