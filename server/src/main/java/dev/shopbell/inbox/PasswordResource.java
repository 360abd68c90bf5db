package dev.shopbell.inbox;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Password;
import dev.shopbell.staff.PasswordResets;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.StaffOrigin;
import dev.shopbell.staff.StaffRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Choosing a new password without knowing the old one.
@Path("/api/staff/password")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class PasswordResource {

    private final PasswordResets resets;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final RateLimits limits;
    private final ClientAddress address;

    PasswordResource(
            PasswordResets resets,
            Sessions sessions,
            SessionCookie cookie,
            RateLimits limits,
            ClientAddress address) {
        this.resets = resets;
        this.sessions = sessions;
        this.cookie = cookie;
        this.limits = limits;
        this.address = address;
    }

    record Forgotten(@Nullable String email) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record Chosen(@Nullable String token, @Nullable String password) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// The same answer whether anybody signs in with this address or not.
    @POST
    @Path("reset")
    @Consumes(MediaType.APPLICATION_JSON)
    @StaffOrigin
    public Response forgot(@Nullable Forgotten body) {
        String typed = Body.required(Body.required(body, "email").email(), "email");
        EmailAddress email =
                EmailAddress.parse(typed)
                        .orElseThrow(
                                () -> new RefusedException(StaffRefusal.EMAIL_INCOMPLETE, "email"));
        limits.take(Limit.ADDRESS_SIGN_INS, address.key());
        limits.take(Limit.ACCOUNT_PASSWORD_RESETS, email.value());
        resets.ask(email);
        return Response.accepted().build();
    }

    /// Signs in, as somebody who has just proven who they are.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @StaffOrigin
    public Response choose(@Nullable Chosen body) {
        Chosen chosen = Body.required(body, "token");
        String token = Body.required(chosen.token(), "token");
        Password password =
                Password.chosen(Body.required(chosen.password(), "password"), "password");
        limits.take(Limit.ADDRESS_SIGN_INS, address.key());
        var signedIn = sessions.begin(resets.choose(token, password));
        return Response.ok(Me.of(signedIn.session()))
                .header(HttpHeaders.SET_COOKIE, cookie.carrying(signedIn.token()))
                .build();
    }
}
