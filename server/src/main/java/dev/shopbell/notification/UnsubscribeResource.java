package dev.shopbell.notification;

import dev.shopbell.notification.UnsubscribePage.State;
import dev.shopbell.notification.UnsubscribeTokens.Subscription;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Where the link in a notification's mail leads, for people and, by one click of theirs, for their
/// mail programs (RFC 8058). Who has the link needs no session; looking at it changes nothing,
/// because programs look at every link.
@Path("/unsubscribe/{token}")
@RunOnVirtualThread
final class UnsubscribeResource {

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
                .map(found -> page(Response.Status.OK, State.ASK, found))
                .orElseGet(UnsubscribeResource::unknown);
    }

    /// Safe to repeat.
    @POST
    public Response stop(@PathParam("token") String token) {
        Optional<Subscription> found = tokens.read(token);
        found.ifPresent(each -> notifications.stopMailing(each.store(), each.staff()));
        return found.map(each -> page(Response.Status.OK, State.DONE, each))
                .orElseGet(UnsubscribeResource::unknown);
    }

    private Response page(Response.Status status, State state, Subscription of) {
        return answer(status, UnsubscribePage.of(state, stores.get(of.store()).name()));
    }

    private static Response unknown() {
        return answer(Response.Status.NOT_FOUND, UnsubscribePage.of(State.UNKNOWN, ""));
    }

    private static Response answer(Response.Status status, String page) {
        return Response.status(status)
                .entity(page)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", UnsubscribePage.policy())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
