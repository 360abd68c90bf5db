package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import java.net.URI;
import java.util.UUID;

/// A store in which Priya and Tom answer customers, Lena administers the inbox besides, and Anna
/// has asked something.
public record StaffedStore(
        Store store, StaffBrowser priya, StaffBrowser tom, StaffBrowser lena, ShopperBrowser anna) {

    public static StaffedStore open(Given given, URI server) {
        Store store = given.store();
        StaffedStore opened =
                new StaffedStore(
                        store,
                        new StaffBrowser(server, given.agent(store)),
                        new StaffBrowser(
                                server,
                                given.member(store, "Tom Okafor", "Conversation management")),
                        new StaffBrowser(
                                server, given.member(store, "Lena Berg", "Inbox administrator")),
                        new ShopperBrowser(server, store, given.secret()));
        opened.anna.write("Do you deliver to Malta?");
        return opened;
    }

    /// Anna's.
    public UUID conversation() {
        return anna.conversation();
    }

    public static UUID id(StaffBrowser browser) {
        return browser.member().staff().value();
    }

    /// Of an answer to something that was done with a conversation.
    public static JsonNode summary(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("conversation");
    }
}
