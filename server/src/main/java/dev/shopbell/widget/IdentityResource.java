package dev.shopbell.widget;

import dev.shopbell.conversation.Confirmations;
import dev.shopbell.conversation.Confirmations.Confirmation;
import dev.shopbell.conversation.Identities;
import dev.shopbell.customer.ShownSecret;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.integration.identity.IdentityTokens;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Where a shopper's browser shows who the store says they are, or that it was led here by a link
/// in a mail to them.
@Path("/api/widget/{key}/identity")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class IdentityResource {

    private final Stores stores;
    private final VisitorDoor door;
    private final IdentityTokens tokens;
    private final Identities identities;
    private final Confirmations confirmations;
    private final PostLimits limits;
    private final NetworkTraces traces;

    IdentityResource(
            Stores stores,
            VisitorDoor door,
            IdentityTokens tokens,
            Identities identities,
            Confirmations confirmations,
            PostLimits limits,
            NetworkTraces traces) {
        this.stores = stores;
        this.door = door;
        this.tokens = tokens;
        this.identities = identities;
        this.confirmations = confirmations;
        this.limits = limits;
        this.traces = traces;
    }

    /// `renews`: the browser goes on with another secret once it is somebody's; `next`: this one.
    record Shown(@Nullable String token, @Nullable Boolean renews, @Nullable String next) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Safe to repeat. The thread may be another one afterwards: the panel reads it anew.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void identify(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable Shown body) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        limits.takeTelling(secret);
        Shown told = Body.required(body, "token");
        String token = Body.required(told.token(), "token");
        ShownSecret shown = shown(secret, told.renews(), told.next());
        identities.identify(store.id(), shown, traces.current(), tokens.read(store, token));
    }

    private static ShownSecret shown(
            VisitorSecret secret, @Nullable Boolean renews, @Nullable String next) {
        if (next == null) {
            return new ShownSecret(secret, Boolean.TRUE.equals(renews), null);
        }
        VisitorSecret drawn =
                VisitorSecret.parse(next)
                        .filter(other -> !other.equals(secret))
                        .orElseThrow(() -> new RefusedException(HttpRefusal.INVALID_VALUE, "next"));
        return new ShownSecret(secret, true, drawn);
    }

    /// What a link led here with. `agreed`: whoever holds the browser said that the address is
    /// theirs; the others as above.
    record Led(
            @Nullable String claim,
            @Nullable Boolean agreed,
            @Nullable Boolean renews,
            @Nullable String next) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// `confirmed` is false while whoever holds the browser has to say that the address is theirs.
    record ConfirmationView(String email, boolean confirmed) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Safe to repeat. Once it is confirmed, the thread may be another one, as above.
    @PUT
    @Path("email")
    @Consumes(MediaType.APPLICATION_JSON)
    public ConfirmationView confirm(
            @PathParam("key") String key,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable Led body) {
        Store store = stores.withKey(key);
        VisitorSecret secret = door.secret(authorization, origin);
        limits.takeTelling(secret);
        Led led = Body.required(body, "claim");
        Confirmation confirmation =
                confirmations.confirm(
                        store.id(),
                        shown(secret, led.renews(), led.next()),
                        traces.current(),
                        Body.required(led.claim(), "claim"),
                        Boolean.TRUE.equals(led.agreed()));
        return new ConfirmationView(confirmation.email().value(), confirmation.confirmed());
    }
}
