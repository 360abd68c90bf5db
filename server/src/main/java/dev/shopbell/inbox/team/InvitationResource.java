package dev.shopbell.inbox.team;

import dev.shopbell.inbox.Me;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.staff.Device;
import dev.shopbell.staff.RequiresSession;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.Staff;
import dev.shopbell.staff.StaffOrigin;
import dev.shopbell.staff.invitation.Invitation;
import dev.shopbell.staff.invitation.Newcomers;
import dev.shopbell.staff.team.RoleName;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invitation as whoever has its link sees it. The token is in the body, never in an address.
@Path("/api/staff/invitation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class InvitationResource {

    private final Newcomers newcomers;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SignedInStaff staff;
    private final RateLimits limits;
    private final ClientAddress address;

    InvitationResource(
            Newcomers newcomers,
            Sessions sessions,
            SessionCookie cookie,
            SignedInStaff staff,
            RateLimits limits,
            ClientAddress address) {
        this.newcomers = newcomers;
        this.sessions = sessions;
        this.cookie = cookie;
        this.staff = staff;
        this.limits = limits;
        this.address = address;
    }

    record Token(@Nullable String token) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record NewAccount(@Nullable String token, @Nullable String name, @Nullable String password) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// `account`: whether somebody signs in with the address already.
    record OpenedInvitation(
            String store,
            String invitedBy,
            String email,
            List<String> roles,
            Instant expiresAt,
            boolean account) {}

    @POST
    @StaffOrigin
    public OpenedInvitation open(@Nullable Token body) {
        Newcomers.Opened opened = newcomers.open(token(body));
        Invitation invitation = opened.invitation();
        return new OpenedInvitation(
                opened.store(),
                invitation.invitedBy(),
                invitation.email().value(),
                invitation.roles().stream().map(RoleName::name).toList(),
                invitation.expiresAt(),
                opened.hasAccount());
    }

    /// As whoever is signed in. They find the store among theirs within five seconds; the answer
    /// names it already.
    @POST
    @Path("acceptance")
    @RequiresSession
    public Me accept(@Nullable Token body) {
        String token = token(body);
        newcomers.join(token, staff.session().staff());
        return Me.of(sessions.refreshed(staff.session()));
    }

    /// With a new account, which signs in.
    @POST
    @Path("account")
    @StaffOrigin
    public Response join(
            @HeaderParam("User-Agent") @Nullable String userAgent, @Nullable NewAccount body) {
        NewAccount wanted = Body.required(body, "token");
        String token = Body.required(wanted.token(), "token");
        String name = Body.required(wanted.name(), "name");
        String password = Body.required(wanted.password(), "password");
        limits.take(Limit.ADDRESS_SIGN_INS, address.key());
        Staff joined = newcomers.join(token, name, password);
        var signedIn = sessions.begin(joined, Device.of(userAgent));
        return Response.ok(Me.of(signedIn.session()))
                .header(HttpHeaders.SET_COOKIE, cookie.carrying(signedIn.token()))
                .build();
    }

    @POST
    @Path("refusal")
    @StaffOrigin
    public void decline(@Nullable Token body) {
        newcomers.decline(token(body));
    }

    private String token(@Nullable Token body) {
        String token = Body.required(Body.required(body, "token").token(), "token");
        limits.take(Limit.ADDRESS_SIGN_INS, address.key());
        return token;
    }
}
