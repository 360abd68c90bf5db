package dev.shopbell.testkit;

import dev.shopbell.browsing.Carts;
import dev.shopbell.commerce.CartItemDraft;
import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.ImportId;
import dev.shopbell.commerce.ImportKind;
import dev.shopbell.commerce.Imports;
import dev.shopbell.commerce.OrderDraft;
import dev.shopbell.commerce.OrderLineDraft;
import dev.shopbell.commerce.Orders;
import dev.shopbell.commerce.ProductDraft;
import dev.shopbell.commerce.Products;
import dev.shopbell.commerce.ShopCartDraft;
import dev.shopbell.commerce.ShopCustomerDraft;
import dev.shopbell.commerce.ShopCustomers;
import dev.shopbell.commerce.VariantDraft;
import dev.shopbell.integration.ApiKeyDraft;
import dev.shopbell.integration.ApiKeyId;
import dev.shopbell.integration.ApiKeys;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A store's own systems, and what they tell.
@Singleton
public final class GivenIntegration {

    private static final String EARLIER = "2026-11-01T09:00:00Z";

    private final ApiKeys keys;
    private final ShopCustomers customers;
    private final Products products;
    private final Orders orders;
    private final Imports imports;
    private final Carts carts;
    private final GivenIdentity identities;

    GivenIntegration(
            ApiKeys keys,
            ShopCustomers customers,
            Products products,
            Orders orders,
            Imports imports,
            Carts carts,
            GivenIdentity identities) {
        this.keys = keys;
        this.customers = customers;
        this.products = products;
        this.orders = orders;
        this.imports = imports;
        this.carts = carts;
        this.identities = identities;
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

    /// Whoever wrote to the store is this customer of its shop: by its `token`, or by `staff`.
    public void linked(Store store, String customer, String by) {
        DatabaseOwner.execute(
                "UPDATE customer SET shop_customer_id = ?, linked_by = ? WHERE store_id = ?",
                customer,
                by,
                store.id().value());
    }

    public void product(Store store, String id, String title) {
        product(store, id, title, "https://shop.example/" + id, null);
    }

    /// With its page and its picture.
    public void product(
            Store store, String id, String title, @Nullable String url, @Nullable String imageUrl) {
        products.save(
                store.id(),
                new ExternalId(id),
                new ProductDraft(
                        title,
                        url,
                        imageUrl,
                        4200L,
                        4800L,
                        "EUR",
                        true,
                        List.of(new VariantDraft("v-1", "Ash", 4200L, true)),
                        EARLIER));
    }

    /// Of one piece, with this title.
    public void order(Store store, String id, String number, String customer, String title) {
        order(store, id, number, customer, title, null);
    }

    /// The same, to be seen at this address.
    public void order(
            Store store,
            String id,
            String number,
            String customer,
            String title,
            @Nullable String url) {
        orders.save(
                store.id(),
                new ExternalId(id),
                new OrderDraft(
                        number,
                        customer,
                        "anna@example.com",
                        EARLIER,
                        "EUR",
                        4200L,
                        "paid",
                        "unfulfilled",
                        null,
                        url,
                        List.of(new OrderLineDraft(null, title, null, null, 1L, 4200L)),
                        EARLIER));
    }

    /// A customer's, with one piece of this title.
    public void cart(Store store, String customer, String title) {
        var _ =
                carts.save(
                        store.id(),
                        new ExternalId(customer),
                        new ShopCartDraft(
                                "EUR",
                                List.of(
                                        new CartItemDraft(
                                                null, title, null, null, null, 4200L, 1L)),
                                EARLIER));
    }

    /// An import of one line, which does not know the field of this name.
    public void mistake(Store store, UUID id, String field) {
        imports.take(
                store.id(),
                new ImportId(id),
                1,
                "{\"type\": \"customer\", \"id\": \"c-1\", \"%s\": 1}"
                        .formatted(field)
                        .getBytes(StandardCharsets.UTF_8),
                Set.of(ImportKind.CUSTOMER));
    }

    /// Leaves a row in every table.
    public void tellOfEverything(Store store, Member by) {
        key(by);
        var _ = identities.secret(by);
        customer(store, "c-1", "Anna Kowalska", "anna@example.com");
        product(store, "p-1", "Bowl");
        order(store, "o-1", "#1002", "c-1", "Bowl");
        cart(store, "c-1", "Bowl");
        mistake(store, UUID.randomUUID(), "bowl");
    }
}
