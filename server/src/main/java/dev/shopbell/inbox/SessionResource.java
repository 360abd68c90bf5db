package dev.shopbell.inbox;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.staff.Device;
import dev.shopbell.staff.RequiresSession;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.StaffOrigin;
import dev.shopbell.staff.StaffRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Signing in and out, and who one is.
@Path("/api/staff")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class SessionResource {

    static final int LONGEST = 300; // characters; nobody's password is longer

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SignedInStaff staff;
    private final SignInLimits limits;

    SessionResource(
            Sessions sessions, SessionCookie cookie, SignedInStaff staff, SignInLimits limits) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.staff = staff;
        this.limits = limits;
    }

    record Credentials(@Nullable String email, @Nullable String password) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @POST
    @Path("session")
    @Consumes(MediaType.APPLICATION_JSON)
    @StaffOrigin
    public Response signIn(
            @HeaderParam("User-Agent") @Nullable String userAgent, @Nullable Credentials body) {
        Credentials credentials = Body.required(body, "email");
        String email = Body.required(credentials.email(), "email");
        String password = Body.required(credentials.password(), "password");
        limits.takeHere();
        EmailAddress account =
                EmailAddress.parse(email)
                        .filter(_ -> PlainText.length(password) <= LONGEST)
                        .orElseThrow(() -> new RefusedException(StaffRefusal.WRONG_CREDENTIALS));
        limits.take(account);
        return switch (sessions.signIn(account, password, Device.of(userAgent))) {
            case Sessions.SignIn.Refused() ->
                    throw new RefusedException(StaffRefusal.WRONG_CREDENTIALS);
            case Sessions.SignIn.Done(var token, var session) -> {
                limits.succeeded(account);
                yield Response.ok(Me.of(session))
                        .header(HttpHeaders.SET_COOKIE, cookie.carrying(token))
                        .build();
            }
        };
    }

    /// Safe to repeat: whoever is signed out already is signed out again.
    @DELETE
    @Path("session")
    @StaffOrigin
    public Response signOut(@Context HttpHeaders headers) {
        cookie.read(headers.getCookies()).ifPresent(sessions::end);
        return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie.removed()).build();
    }

    @GET
    @Path("me")
    @RequiresSession
    public Me me() {
        return Me.of(staff.session());
    }
}
