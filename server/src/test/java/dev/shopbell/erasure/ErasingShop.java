package dev.shopbell.erasure;

import static dev.shopbell.testkit.GivenIdentity.identify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.Tokens;
import java.util.List;

/// A store that erases: its systems, the tokens it signs, and what is left in its tables.
record ErasingShop(Store store, SignedIn owner, ShopSystem system, String signing) {

    static final String EARLIER = "2026-11-01T09:00:00Z";

    static ErasingShop open(Given given, GivenIdentity identities, GivenIntegration integrations) {
        Store store = given.store();
        SignedIn owner = given.owner(store);
        return new ErasingShop(
                store,
                owner,
                new ShopSystem(integrations.key(owner.member())),
                identities.secret(owner.member()));
    }

    void signIn(VisitorSecret visitor, String customer) {
        Http.Answer shown =
                identify(
                        store,
                        visitor,
                        Tokens.hs256(
                                signing,
                                Tokens.claims(
                                        store.key(),
                                        customer,
                                        customer + "@example.com",
                                        "Anna Kowalska")));
        assertThat(shown.outcome()).as(shown.body()).isEqualTo("204");
    }

    /// Those of this store's tables in which somewhere it says so.
    List<String> tablesThatSay(String word) {
        return DatabaseOwner.tenantTables().stream()
                .filter(table ->
                        !DatabaseOwner.ask(
                                        "SELECT 1::text FROM %s t WHERE store_id = ? AND t::text ILIKE ? LIMIT 1"
                                                .formatted(table),
                                        store.id().value(),
                                        "%" + word + "%")
                                .isEmpty())
                .toList();
    }

    long count(String table) {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(*)::text FROM %s WHERE store_id = ?".formatted(table),
                                store.id().value())
                        .getFirst());
    }

    static String customer(String changedAt) {
        return "{\"name\": \"Anna\", \"changedAt\": \"%s\"}".formatted(changedAt);
    }

    static String order(String whose, String changedAt) {
        return """
        {%s, "number": "#1", "placedAt": "2026-11-01T09:00:00Z", "currency": "EUR", "total": 1,
         "paymentStatus": "paid", "fulfilmentStatus": "fulfilled", "lines": [], "changedAt": "%s"}
        """
                .formatted(whose, changedAt)
                .replace("\n", "");
    }

    static String cart(String changedAt) {
        return "{\"currency\": \"EUR\", \"items\": [], \"changedAt\": \"%s\"}".formatted(changedAt);
    }

    static String line(String type, String id, String told) {
        return "{\"type\": \"%s\", \"id\": \"%s\", %s\n".formatted(type, id, told.substring(1));
    }
}
