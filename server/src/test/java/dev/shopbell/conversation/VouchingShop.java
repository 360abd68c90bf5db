package dev.shopbell.conversation;

import static dev.shopbell.testkit.GivenIdentity.identify;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.Tokens;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A store that says who its customers are, and their browsers.
record VouchingShop(Given given, URI server, Store store, String secret) {

    static final String ANNA = "c-anna";
    static final String BEN = "c-ben";

    static VouchingShop open(Given given, GivenIdentity identities, URI server) {
        Store store = given.store();
        String secret = identities.secret(given.owner(store).member());
        return new VouchingShop(given, server, store, secret);
    }

    Shopper shopper() {
        return shopper(given.secret());
    }

    Shopper shopper(VisitorSecret visitor) {
        return new Shopper(this, visitor, new ShopperBrowser(server, store, visitor));
    }

    String token(String customer) {
        String name = customer.equals(ANNA) ? "Anna of the shop" : "Ben of the shop";
        return Tokens.hs256(
                secret, Tokens.claims(store.key(), customer, customer + "@example.com", name));
    }

    static UUID id(JsonNode conversation) {
        return UUID.fromString(conversation.get("id").asText());
    }

    /// A browser with what is only its own.
    record Shopper(VouchingShop shop, VisitorSecret visitor, ShopperBrowser browser) {

        UUID writes(String text) {
            return id(browser.write(text).get("conversation"));
        }

        void is(String customer) {
            Answer answer = shows(customer);
            assertThat(answer.outcome()).as(answer.body()).isEqualTo("204");
        }

        /// The token of a customer.
        Answer shows(String customer) {
            return identify(shop.store(), visitor, shop.token(customer));
        }

        /// The same, to go on with the next secret, or to ask whether that is needed.
        Answer renews(String customer, @Nullable VisitorSecret next) {
            return identify(shop.store(), visitor, shop.token(customer), next);
        }

        UUID thread() {
            return id(browser.thread().get("conversation"));
        }

        List<String> reads() {
            return browser.thread()
                    .get("messages")
                    .valueStream()
                    .map(message -> message.get("text").asText())
                    .toList();
        }

        Answer asksForThread() {
            return Http.get("/api/widget/" + shop.store().key() + "/conversation")
                    .as(visitor)
                    .send();
        }

        Answer writesTo(UUID conversation, UUID message, String text) {
            return Http.put(
                            "/api/widget/%s/conversations/%s/messages/%s"
                                    .formatted(shop.store().key(), conversation, message),
                            """
                            {"text": "%s", "contact": {"email": "anna@example.com"}}
                            """
                                    .formatted(text))
                    .as(visitor)
                    .send();
        }
    }
}
