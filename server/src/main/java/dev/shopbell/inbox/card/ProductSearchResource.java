package dev.shopbell.inbox.card;

import dev.shopbell.commerce.Product;
import dev.shopbell.commerce.Products;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.search.SearchTerms;
import dev.shopbell.staff.MemberLimits;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.store.StoreId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the store sells, for staff who want to send it.
@Path("/api/staff/stores/{store}/products")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class ProductSearchResource {

    private static final int MOST = 20;
    private static final int URL_LENGTH = 2_000;

    private final Products products;
    private final SignedInStaff staff;
    private final MemberLimits limits;

    ProductSearchResource(Products products, SignedInStaff staff, MemberLimits limits) {
        this.products = products;
        this.staff = staff;
        this.limits = limits;
    }

    /// Prices are in the smallest unit of the currency.
    record FoundProduct(
            String id,
            String title,
            @Nullable String url,
            @Nullable String imageUrl,
            long price,
            @Nullable Long compareAtPrice,
            String currency,
            boolean available) {

        static FoundProduct of(Product product) {
            return new FoundProduct(
                    product.id().value(),
                    product.title(),
                    product.url(),
                    product.imageUrl(),
                    product.price(),
                    product.compareAtPrice(),
                    product.currency(),
                    product.available());
        }
    }

    record FoundProducts(List<FoundProduct> products) {}

    /// The first twenty, by words of their title or by the address of their page; with neither,
    /// those that changed last.
    @GET
    public FoundProducts find(
            @QueryParam("q") @DefaultValue("") String typed,
            @QueryParam("url") @Nullable String url) {
        limits.take(Limit.MEMBER_SEARCHES);
        StoreId store = staff.member().store();
        List<Product> found =
                url != null ? products.at(store, addresses(url), MOST) : named(store, typed);
        return new FoundProducts(found.stream().map(FoundProduct::of).toList());
    }

    private List<Product> named(StoreId store, String typed) {
        if (typed.isBlank()) {
            return products.latest(store, MOST);
        }
        SearchTerms sought = SearchTerms.of(typed);
        // Signs alone find nothing, rather than everything.
        return sought.terms().isEmpty()
                ? List.of()
                : products.named(store, sought.terms(), sought.lastGoesOn(), MOST);
    }

    /// As it is, without the part of the page, and without what was asked for there.
    private static List<String> addresses(String url) {
        if (url.length() > URL_LENGTH || url.indexOf('\0') >= 0) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "url");
        }
        return Stream.of(url, url.split("#", 2)[0], url.split("[?#]", 2)[0]).distinct().toList();
    }
}
