package dev.shopbell.inbox.team;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.StaffRefusal;
import dev.shopbell.staff.invitation.Invitation;
import dev.shopbell.staff.invitation.InvitationId;
import dev.shopbell.staff.invitation.Invitations;
import dev.shopbell.staff.team.RoleName;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Invitations as those see them who send them.
@Path("/api/staff/stores/{store}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.STAFF_MANAGEMENT)
@RunOnVirtualThread
final class InvitationsResource {

    private final Invitations invitations;
    private final SignedInStaff staff;
    private final RateLimits limits;
    private final InstantSource clock;

    InvitationsResource(
            Invitations invitations, SignedInStaff staff, RateLimits limits, InstantSource clock) {
        this.invitations = invitations;
        this.staff = staff;
        this.limits = limits;
        this.clock = clock;
    }

    record InvitationView(
            UUID id,
            String email,
            List<RoleName> roles,
            String status,
            String invitedBy,
            Instant invitedAt,
            Instant expiresAt,
            @Nullable Instant declinedAt) {

        static InvitationView of(Invitation invitation, Instant now) {
            return new InvitationView(
                    invitation.id().value(),
                    invitation.email().value(),
                    invitation.roles(),
                    invitation.standing(now).name().toLowerCase(Locale.ROOT),
                    invitation.invitedBy(),
                    invitation.invitedAt(),
                    invitation.expiresAt(),
                    invitation.declinedAt());
        }
    }

    /// `mailed`: whether invitations leave by mail; where not, links are copied.
    record InvitationsView(List<InvitationView> invitations, boolean mailed) {}

    record InvitationAnswer(InvitationView invitation) {}

    record InvitationLink(InvitationView invitation, String link) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record WantedInvitation(@Nullable String email, @Nullable List<@Nullable UUID> roles) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @GET
    @Requires({Permission.STAFF_MANAGEMENT, Permission.INBOX_ADMINISTRATION})
    public InvitationsView all() {
        return new InvitationsView(
                invitations.all(staff.member().store()).stream()
                        .map(each -> InvitationView.of(each, clock.instant()))
                        .toList(),
                invitations.areMailed());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public InvitationAnswer invite(@Nullable WantedInvitation body) {
        WantedInvitation wanted = Body.required(body, "email");
        EmailAddress email =
                EmailAddress.parse(Body.required(wanted.email(), "email"))
                        .orElseThrow(
                                () -> new RefusedException(StaffRefusal.EMAIL_INCOMPLETE, "email"));
        var roles = RoleIds.required(wanted.roles());
        limits.take(Limit.STORE_INVITATIONS, staff.member().store().value().toString());
        limits.take(Limit.ADDRESSEE_INVITATIONS, email.value());
        return answer(invitations.invite(staff.member(), email, roles));
    }

    @PUT
    @Path("{invitation}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public InvitationAnswer giveRoles(
            @PathParam("invitation") UUID invitation, MembersResource.@Nullable GivenRoles body) {
        return answer(
                invitations.giveRoles(
                        staff.member(),
                        new InvitationId(invitation),
                        RoleIds.required(Body.required(body, "roles").roles())));
    }

    @DELETE
    @Path("{invitation}")
    public void withdraw(@PathParam("invitation") UUID invitation) {
        invitations.withdraw(staff.member(), new InvitationId(invitation));
    }

    @POST
    @Path("{invitation}/mail")
    public InvitationAnswer mailAgain(@PathParam("invitation") UUID invitation) {
        limits.take(Limit.STORE_INVITATIONS, staff.member().store().value().toString());
        limits.take(Limit.ADDRESSEE_INVITATIONS, invitation.toString());
        return answer(invitations.mailAgain(staff.member(), new InvitationId(invitation)));
    }

    /// The only answer that ever carries the link.
    @POST
    @Path("{invitation}/link")
    public InvitationLink copyLink(@PathParam("invitation") UUID invitation) {
        limits.take(Limit.STORE_INVITATIONS, staff.member().store().value().toString());
        Invitations.WithLink made =
                invitations.copyLink(staff.member(), new InvitationId(invitation));
        return new InvitationLink(
                InvitationView.of(made.invitation(), clock.instant()), made.link());
    }

    private InvitationAnswer answer(Invitation invitation) {
        return new InvitationAnswer(InvitationView.of(invitation, clock.instant()));
    }
}
