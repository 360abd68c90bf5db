package dev.shopbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.VouchingShop.Shopper;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Links as they stand in mails, and what browsers make of them.
@Singleton
final class ConfirmingShop {

    private final Database database;
    private final Conversations conversations;
    private final Confirmations confirmations;

    ConfirmingShop(Database database, Conversations conversations, Confirmations confirmations) {
        this.database = database;
        this.conversations = conversations;
        this.confirmations = confirmations;
    }

    /// What a mail about this thread to this address carries.
    String link(Store store, UUID thread, String email) {
        return database.inStore(
                store.id(),
                tx ->
                        confirmations.draw(
                                tx,
                                conversations.lock(tx, store.id(), new ConversationId(thread)),
                                EmailAddress.parse(email).orElseThrow()));
    }

    static Answer press(Store store, String link) {
        return Http.of("POST", "/confirm/" + store.key() + "/" + link)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body("".getBytes(StandardCharsets.UTF_8))
                .send();
    }

    /// What the browser is given that pressed the button.
    static String claim(Store store, String link) {
        Answer pressed = press(store, link);
        assertThat(pressed.status()).as(pressed.body()).isEqualTo(303);
        return pressed.header("location").orElseThrow().replaceFirst(".*#shopbell:", "");
    }

    static Answer show(Store store, VisitorSecret visitor, String claim, boolean agreed) {
        return Http.put(
                        "/api/widget/" + store.key() + "/identity/email",
                        "{\"claim\": \"%s\", \"agreed\": %b}".formatted(claim, agreed))
                .as(visitor)
                .send();
    }

    /// By a browser that goes on with the next secret, or asks whether it has to.
    static Answer show(
            Store store,
            VisitorSecret visitor,
            String claim,
            boolean agreed,
            @Nullable VisitorSecret next) {
        return Http.put(
                        "/api/widget/" + store.key() + "/identity/email",
                        "{\"claim\": \"%s\", \"agreed\": %b, %s}"
                                .formatted(claim, agreed, GivenIdentity.renewing(next)))
                .as(visitor)
                .send();
    }

    /// From the mail to the end, in this browser.
    Answer confirm(Shopper shopper, UUID thread, String email) {
        Store store = shopper.shop().store();
        return show(store, shopper.visitor(), claim(store, link(store, thread, email)), true);
    }
}
