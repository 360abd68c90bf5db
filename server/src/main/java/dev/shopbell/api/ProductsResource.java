package dev.shopbell.api;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.Product;
import dev.shopbell.commerce.ProductDraft;
import dev.shopbell.commerce.Products;
import dev.shopbell.commerce.Variant;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesMuch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the store sells, for its own systems.
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ProductsResource {

    /// A hundred variants with long titles.
    private static final int MOST_BYTES = 128 * 1024;

    private final Products products;
    private final CallingSystem caller;

    ProductsResource(Products products, CallingSystem caller) {
        this.products = products;
        this.caller = caller;
    }

    record ProductView(
            String id,
            String title,
            @Nullable String url,
            @Nullable String imageUrl,
            long price,
            @Nullable Long compareAtPrice,
            String currency,
            boolean available,
            List<Variant> variants,
            Instant changedAt) {

        static ProductView of(Product product) {
            return new ProductView(
                    product.id().value(),
                    product.title(),
                    product.url(),
                    product.imageUrl(),
                    product.price(),
                    product.compareAtPrice(),
                    product.currency(),
                    product.available(),
                    product.variants(),
                    product.changedAt());
        }
    }

    record ProductAnswer(ProductView product) {}

    /// `next` is what to ask for `after`; null on the last page.
    record ProductPage(List<ProductView> products, @Nullable String next) {}

    @GET
    @ForIntegrations(ApiScope.READ_PRODUCTS)
    public ProductPage list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = PageSize.page(limit);
        List<Product> found =
                products.after(
                        caller.store(),
                        after == null ? null : ExternalId.checked(after, "after"),
                        most);
        return new ProductPage(
                found.stream().map(ProductView::of).toList(),
                found.size() < most ? null : found.getLast().id().value());
    }

    @GET
    @Path("{product}")
    @ForIntegrations(ApiScope.READ_PRODUCTS)
    public ProductAnswer read(@PathParam("product") String product) {
        return products.find(caller.store(), id(product))
                .map(ProductView::of)
                .map(ProductAnswer::new)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Safe to repeat.
    @PUT
    @Path("{product}")
    @Consumes(MediaType.APPLICATION_JSON)
    @TakesMuch(mostBytes = MOST_BYTES)
    @ForIntegrations(ApiScope.WRITE_PRODUCTS)
    public ProductAnswer save(@PathParam("product") String product, @Nullable ProductDraft body) {
        ProductDraft draft = Body.required(body, "title");
        return new ProductAnswer(ProductView.of(products.save(caller.store(), id(product), draft)));
    }

    /// Safe to repeat.
    @DELETE
    @Path("{product}")
    @ForIntegrations(ApiScope.WRITE_PRODUCTS)
    public void remove(@PathParam("product") String product) {
        products.remove(caller.store(), id(product));
    }

    private static ExternalId id(String told) {
        return ExternalId.checked(told, "id");
    }
}
