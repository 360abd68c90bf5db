package dev.shopbell.notification;

import dev.shopbell.notification.UnsubscribeTokens.Subscription;
import dev.shopbell.platform.http.PlainPage;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the link in a notification's mail leads, for people and, by one click of theirs, for their
/// mail programs (RFC 8058). Who has the link needs no session; looking at it changes nothing,
/// because programs look at every link.
@Path("/unsubscribe/{token}")
@RunOnVirtualThread
final class UnsubscribeResource {

    private static final PlainPage PAGE = new PlainPage("unsubscribe.html");

    private final UnsubscribeTokens tokens;
    private final Notifications notifications;
    private final Stores stores;

    UnsubscribeResource(UnsubscribeTokens tokens, Notifications notifications, Stores stores) {
        this.tokens = tokens;
        this.notifications = notifications;
        this.stores = stores;
    }

    @GET
    public Response ask(@PathParam("token") String token) {
        return tokens.read(token)
                .map(found -> page(Response.Status.OK, "ask", found))
                .orElseGet(UnsubscribeResource::unknown);
    }

    /// Safe to repeat.
    @POST
    public Response stop(@PathParam("token") String token) {
        Optional<Subscription> found = tokens.read(token);
        found.ifPresent(each -> notifications.stopMailing(each.store(), each.staff()));
        return found.map(each -> page(Response.Status.OK, "done", each))
                .orElseGet(UnsubscribeResource::unknown);
    }

    private Response page(Response.Status status, String state, Subscription of) {
        return PAGE.answer(
                status, Map.of("state", state, "store", stores.get(of.store()).name()), List.of());
    }

    private static Response unknown() {
        return PAGE.answer(
                Response.Status.NOT_FOUND, Map.of("state", "unknown", "store", ""), List.of());
    }
}
