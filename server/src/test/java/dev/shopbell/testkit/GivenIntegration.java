package dev.shopbell.testkit;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.ShopCustomerDraft;
import dev.shopbell.commerce.ShopCustomers;
import dev.shopbell.integration.ApiKeyDraft;
import dev.shopbell.integration.ApiKeyId;
import dev.shopbell.integration.ApiKeys;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/// A store's own systems, and what they tell.
@Singleton
public final class GivenIntegration {

    private static final String EARLIER = "2026-11-01T09:00:00Z";

    private final ApiKeys keys;
    private final ShopCustomers customers;

    GivenIntegration(ApiKeys keys, ShopCustomers customers) {
        this.keys = keys;
        this.customers = customers;
    }

    /// One that may do all of this: what it shows.
    public String key(Member by, Set<ApiScope> scopes) {
        return keys.make(
                        by,
                        new ApiKeyId(UUID.randomUUID()),
                        new ApiKeyDraft("Shop " + UUID.randomUUID(), scopes))
                .secret()
                .value();
    }

    /// One that may do everything.
    public String key(Member by) {
        return key(by, Set.of(ApiScope.values()));
    }

    public void customer(Store store, String id, String name, String email) {
        customers.save(
                store.id(),
                new ExternalId(id),
                new ShopCustomerDraft(
                        name, email, null, "subscribed", null, "en", EARLIER, EARLIER));
    }

    /// Leaves a row in every table.
    public void tellOfEverything(Store store, Member by) {
        key(by);
        customer(store, "c-1", "Anna Kowalska", "anna@example.com");
    }
}
