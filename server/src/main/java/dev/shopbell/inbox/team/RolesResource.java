package dev.shopbell.inbox.team;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.staff.team.Role;
import dev.shopbell.staff.team.RoleDraft;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.staff.team.Roles;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The roles of a store.
@Path("/api/staff/stores/{store}/roles")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.STAFF_MANAGEMENT)
@RunOnVirtualThread
final class RolesResource {

    private final Roles roles;
    private final SignedInStaff staff;

    RolesResource(Roles roles, SignedInStaff staff) {
        this.roles = roles;
        this.staff = staff;
    }

    record RoleView(
            UUID id,
            String name,
            boolean builtIn,
            List<Permission> permissions,
            int members,
            int invited) {

        static RoleView of(Role role) {
            return new RoleView(
                    role.id().value(),
                    role.name(),
                    role.builtIn(),
                    role.permissions().stream().sorted().toList(),
                    role.members(),
                    role.invited());
        }
    }

    record RolesView(List<RoleView> roles) {}

    record RoleAnswer(RoleView role) {}

    record WantedRole(@Nullable String name, @Nullable List<@Nullable String> permissions) {}

    /// Administrators read them, too: beside the settings that go with them.
    @GET
    @Requires({Permission.STAFF_MANAGEMENT, Permission.INBOX_ADMINISTRATION})
    public RolesView all() {
        return new RolesView(roles.all(staff.member().store()).stream().map(RoleView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RoleAnswer make(@Nullable WantedRole body) {
        return new RoleAnswer(RoleView.of(roles.make(staff.member(), draft(body))));
    }

    @PUT
    @Path("{role}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RoleAnswer change(@PathParam("role") UUID role, @Nullable WantedRole body) {
        return new RoleAnswer(
                RoleView.of(roles.change(staff.member(), new RoleId(role), draft(body))));
    }

    @DELETE
    @Path("{role}")
    public void remove(@PathParam("role") UUID role) {
        roles.remove(staff.member(), new RoleId(role));
    }

    private static RoleDraft draft(@Nullable WantedRole body) {
        WantedRole wanted = Body.required(body, "name");
        String name = Body.required(wanted.name(), "name");
        Set<Permission> permissions =
                Body.required(wanted.permissions(), "permissions").stream()
                        .map(word ->
                                Optional.ofNullable(word)
                                        .flatMap(Permission::read)
                                        .orElseThrow(() ->
                                                new RefusedException(
                                                        HttpRefusal.INVALID_VALUE, "permissions")))
                        .collect(Collectors.toUnmodifiableSet());
        return new RoleDraft(name, permissions);
    }
}
