package dev.shopbell.inbox;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.staff.Device;
import dev.shopbell.staff.Password;
import dev.shopbell.staff.PasswordChanges;
import dev.shopbell.staff.PasswordResets;
import dev.shopbell.staff.RequiresSession;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.StaffOrigin;
import dev.shopbell.staff.StaffRefusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Choosing a new password, with the old one or without.
@Path("/api/staff/password")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class PasswordResource {

    private final PasswordResets resets;
    private final PasswordChanges changes;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SignedInStaff staff;
    private final RateLimits limits;
    private final SignInLimits signIns;

    PasswordResource(
            PasswordResets resets,
            PasswordChanges changes,
            Sessions sessions,
            SessionCookie cookie,
            SignedInStaff staff,
            RateLimits limits,
            SignInLimits signIns) {
        this.resets = resets;
        this.changes = changes;
        this.sessions = sessions;
        this.cookie = cookie;
        this.staff = staff;
        this.limits = limits;
        this.signIns = signIns;
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

    record Changed(@Nullable String current, @Nullable String password) {
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
        signIns.takeHere();
        limits.take(Limit.ACCOUNT_PASSWORD_RESETS, email.value());
        resets.ask(email);
        return Response.accepted().build();
    }

    /// Signs in, as somebody who has just proven who they are.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @StaffOrigin
    public Response choose(
            @HeaderParam("User-Agent") @Nullable String userAgent, @Nullable Chosen body) {
        Chosen chosen = Body.required(body, "token");
        String token = Body.required(chosen.token(), "token");
        Password password =
                Password.chosen(Body.required(chosen.password(), "password"), "password");
        signIns.takeHere();
        var signedIn = sessions.begin(resets.choose(token, password), Device.of(userAgent));
        return Response.ok(Me.of(signedIn.session()))
                .header(HttpHeaders.SET_COOKIE, cookie.carrying(signedIn.token()))
                .build();
    }

    /// Guessing the current one is as hard as at the log-in page.
    @POST
    @Path("change")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresSession
    public void change(@Nullable Changed body) {
        Changed changed = Body.required(body, "current");
        String current = Body.required(changed.current(), "current");
        Password password =
                Password.chosen(Body.required(changed.password(), "password"), "password");
        if (PlainText.length(current) > SessionResource.LONGEST) {
            throw new RefusedException(StaffRefusal.PASSWORD_WRONG, "current");
        }
        EmailAddress account = staff.session().staff().email();
        signIns.takeHere();
        signIns.take(account);
        changes.change(staff.session(), current, password);
        signIns.succeeded(account);
    }
}
