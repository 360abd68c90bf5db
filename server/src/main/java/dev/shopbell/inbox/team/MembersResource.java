package dev.shopbell.inbox.team;

import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.StaffId;
import dev.shopbell.staff.team.Members;
import dev.shopbell.staff.team.RoleName;
import dev.shopbell.staff.team.TeamMember;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people of a store.
@Path("/api/staff/stores/{store}/members")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.STAFF_MANAGEMENT)
@RunOnVirtualThread
final class MembersResource {

    private final Members members;
    private final SignedInStaff staff;

    MembersResource(Members members, SignedInStaff staff) {
        this.members = members;
        this.staff = staff;
    }

    /// Whether somebody works here now.
    enum MemberStatus {
        joined,
        deactivated
    }

    record MemberView(
            UUID id,
            String name,
            String email,
            boolean owner,
            List<RoleName> roles,
            MemberStatus status,
            Instant joinedAt,
            @Nullable Instant deactivatedAt,
            @Nullable Instant lastActiveAt) {

        static MemberView of(TeamMember person) {
            return new MemberView(
                    person.staff().id().value(),
                    person.staff().name(),
                    person.staff().email().value(),
                    person.owner(),
                    person.roles(),
                    person.isActive() ? MemberStatus.joined : MemberStatus.deactivated,
                    person.joinedAt(),
                    person.deactivatedAt(),
                    person.lastActiveAt());
        }
    }

    record MembersView(List<MemberView> members) {}

    record MemberAnswer(MemberView member) {}

    record GivenRoles(@Nullable List<@Nullable UUID> roles) {}

    /// Administrators read them, too: whose conversations they hand out.
    @GET
    @Requires({Permission.STAFF_MANAGEMENT, Permission.INBOX_ADMINISTRATION})
    public MembersView all() {
        return new MembersView(
                members.all(staff.member().store()).stream().map(MemberView::of).toList());
    }

    @PUT
    @Path("{staff}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public MemberAnswer giveRoles(@PathParam("staff") UUID whom, @Nullable GivenRoles body) {
        return answer(
                members.giveRoles(
                        staff.member(),
                        new StaffId(whom),
                        RoleIds.required(Body.required(body, "roles").roles())));
    }

    @POST
    @Path("{staff}/deactivation")
    public MemberAnswer deactivate(@PathParam("staff") UUID whom) {
        return answer(members.deactivate(staff.member(), new StaffId(whom)));
    }

    @DELETE
    @Path("{staff}/deactivation")
    public MemberAnswer reactivate(@PathParam("staff") UUID whom) {
        return answer(members.reactivate(staff.member(), new StaffId(whom)));
    }

    private static MemberAnswer answer(TeamMember person) {
        return new MemberAnswer(MemberView.of(person));
    }
}
