package dev.shopbell.api;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.commerce.Marketing;
import dev.shopbell.commerce.PostalAddress;
import dev.shopbell.commerce.ShopCustomer;
import dev.shopbell.commerce.ShopCustomerDraft;
import dev.shopbell.commerce.ShopCustomers;
import dev.shopbell.erasure.Erasures;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.integration.Integration;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The store's customers, for its own systems.
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class CustomersResource {

    private final ShopCustomers customers;
    private final Erasures erasures;
    private final CallingSystem caller;

    CustomersResource(ShopCustomers customers, Erasures erasures, CallingSystem caller) {
        this.customers = customers;
        this.erasures = erasures;
        this.caller = caller;
    }

    record ShopCustomerView(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            Marketing marketing,
            @Nullable PostalAddress address,
            @Nullable String language,
            @Nullable Instant registeredAt,
            Instant changedAt) {

        static ShopCustomerView of(ShopCustomer customer) {
            return new ShopCustomerView(
                    customer.id().value(),
                    customer.name(),
                    customer.email(),
                    customer.phone(),
                    customer.marketing(),
                    customer.address(),
                    customer.language(),
                    customer.registeredAt(),
                    customer.changedAt());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record ShopCustomerAnswer(ShopCustomerView customer) {}

    /// `next` is what to ask for `after`; null on the last page.
    record ShopCustomerPage(List<ShopCustomerView> customers, @Nullable String next) {}

    @GET
    @ForIntegrations(ApiScope.READ_CUSTOMERS)
    public ShopCustomerPage list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("email") @Nullable String email,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context UriInfo uri) {
        int most = PageSize.page(limit);
        // A blank one comes as none at all, and would ask for everybody.
        boolean isBlank = email == null && uri.getQueryParameters().containsKey("email");
        List<ShopCustomer> found =
                customers.after(
                        caller.store(),
                        after == null ? null : ExternalId.checked(after, "after"),
                        isBlank ? "" : email,
                        most);
        return new ShopCustomerPage(
                found.stream().map(ShopCustomerView::of).toList(),
                found.size() < most ? null : found.getLast().id().value());
    }

    @GET
    @Path("{customer}")
    @ForIntegrations(ApiScope.READ_CUSTOMERS)
    public ShopCustomerAnswer read(@PathParam("customer") String customer) {
        return customers
                .find(caller.store(), id(customer))
                .map(ShopCustomerView::of)
                .map(ShopCustomerAnswer::new)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Safe to repeat.
    @PUT
    @Path("{customer}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForIntegrations(ApiScope.WRITE_CUSTOMERS)
    public ShopCustomerAnswer save(
            @PathParam("customer") String customer, @Nullable ShopCustomerDraft body) {
        ShopCustomerDraft draft = Body.required(body, "changedAt");
        return new ShopCustomerAnswer(
                ShopCustomerView.of(customers.save(caller.store(), id(customer), draft)));
    }

    /// With all they wrote. Safe to repeat.
    @DELETE
    @Path("{customer}")
    @ForIntegrations(ApiScope.WRITE_CUSTOMERS)
    public void erase(@PathParam("customer") String customer) {
        Integration system = caller.integration();
        erasures.erase(
                system.store(), new Actor(system.key().value(), system.name()), id(customer));
    }

    private static ExternalId id(String told) {
        return ExternalId.checked(told, "id");
    }
}
