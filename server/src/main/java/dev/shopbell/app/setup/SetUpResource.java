package dev.shopbell.app.setup;

import dev.shopbell.inbox.Me;
import dev.shopbell.inbox.StoreView;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.platform.installation.WebOrigin;
import dev.shopbell.staff.Device;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.Team.NewStaff;
import dev.shopbell.store.NewStore;
import dev.shopbell.store.StoreSettings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// The set-up page's route. It answers 404 once the installation has an owner.
@Path("/api/setup")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class SetUpResource {

    private final SetUp setUp;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final RateLimits limits;
    private final ClientAddress address;

    SetUpResource(
            SetUp setUp,
            Sessions sessions,
            SessionCookie cookie,
            RateLimits limits,
            ClientAddress address) {
        this.setUp = setUp;
        this.sessions = sessions;
        this.cookie = cookie;
        this.limits = limits;
        this.address = address;
    }

    record State(boolean open) {}

    record Owner(@Nullable String name, @Nullable String email, @Nullable String password) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record Shop(@Nullable String name, @Nullable String origin, @Nullable String timeZone) {}

    record Wanted(
            @Nullable String code,
            @Nullable String publicUrl,
            @Nullable Owner owner,
            @Nullable Shop store) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record Made(Me me, StoreView store) {}

    @GET
    public State state() {
        checkOpen();
        return new State(true);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(
            @HeaderParam("Origin") @Nullable String origin,
            @HeaderParam("Host") @Nullable String host,
            @HeaderParam("User-Agent") @Nullable String userAgent,
            @Nullable Wanted body) {
        checkOpen();
        checkOrigin(origin, host);
        limits.take(Limit.SET_UP_CODES, address.key());
        Wanted wanted = Body.required(body, "code");
        if (!setUp.isCode(Body.required(wanted.code(), "code"))) {
            throw new RefusedException(SetUpRefusal.WRONG_CODE, "code");
        }
        PublicUrl url =
                PublicUrl.parse(Body.required(wanted.publicUrl(), "publicUrl"))
                        .orElseThrow(() ->
                                new RefusedException(SetUpRefusal.PUBLIC_URL_INVALID, "publicUrl"));
        SetUp.Done done =
                setUp.complete(url, owner(wanted), store(wanted), StoreSettings.DEFAULTS)
                        .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
        var signedIn = sessions.begin(done.owner(), Device.of(userAgent));
        return Response.status(Response.Status.CREATED)
                .entity(
                        new Made(
                                Me.of(signedIn.session()),
                                StoreView.of(done.store(), url.origin())))
                .header(HttpHeaders.SET_COOKIE, cookie.carrying(signedIn.token()))
                .build();
    }

    private void checkOpen() {
        if (!setUp.isOpen()) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
    }

    /// Before there is a public URL, our own page is the one that came from the same host.
    private static void checkOrigin(@Nullable String origin, @Nullable String host) {
        boolean ours =
                origin != null
                        && WebOrigin.parse(origin)
                                .map(WebOrigin::value)
                                .filter(value -> value.endsWith("://" + host))
                                .isPresent();
        if (!ours) {
            throw new RefusedException(HttpRefusal.WRONG_ORIGIN);
        }
    }

    private static NewStaff owner(Wanted wanted) {
        Owner owner = Body.required(wanted.owner(), "owner");
        return NewStaff.checked(
                Body.required(owner.name(), "owner.name"),
                Body.required(owner.email(), "owner.email"),
                Body.required(owner.password(), "owner.password"),
                "owner");
    }

    private static NewStore store(Wanted wanted) {
        Shop store = Body.required(wanted.store(), "store");
        return NewStore.checked(
                Body.required(store.name(), "store.name"),
                Body.required(store.origin(), "store.origin"),
                Body.required(store.timeZone(), "store.timeZone"));
    }
}
