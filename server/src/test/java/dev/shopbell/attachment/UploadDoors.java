package dev.shopbell.attachment;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// A conversation with a shopper and one of the staff who upload to it, and what it came to.
record UploadDoors(Store store, SignedIn priya, VisitorSecret anna, UUID conversation) {

    static UploadDoors of(Given given) {
        Store store = given.store();
        VisitorSecret anna = given.secret();
        ConversationId conversation = given.firstMessage(store, anna, "Hello").conversation().id();
        return new UploadDoors(store, given.agent(store), anna, conversation.value());
    }

    /// Through either.
    List<Http> both(UUID id, String name) {
        return List.of(staff(priya, id, name), shopper(UUID.randomUUID(), name));
    }

    Http staff(SignedIn who, UUID id, String name) {
        return Http.of("PUT", path(id) + "?name=" + encoded(name)).as(who);
    }

    Http shopper(UUID id, String name) {
        return Http.of("PUT", shopperPath(id) + "?name=" + encoded(name)).as(anna);
    }

    String path(UUID id) {
        return "/api/staff/stores/%s/conversations/%s/attachments/%s"
                .formatted(store.id().value(), conversation, id);
    }

    String shopperPath(UUID id) {
        return "/api/widget/%s/conversations/%s/attachments/%s"
                .formatted(store.key(), conversation, id);
    }

    List<UUID> waiting() {
        return ask("SELECT attachment_id FROM attachment WHERE store_id = ? AND seq IS NULL")
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    long attachments() {
        return Long.parseLong(ask("SELECT count(*) FROM attachment WHERE store_id = ?").getFirst());
    }

    long blobs() {
        return Long.parseLong(ask("SELECT count(*) FROM blob WHERE store_id = ?").getFirst());
    }

    private List<String> ask(String query) {
        return DatabaseOwner.ask(query, store.id().value());
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
