package dev.shopbell.testkit;

import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.staff.StaffId;
import dev.shopbell.staff.Team;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.store.Store;
import java.security.SecureRandom;
import java.util.UUID;

/// Roles, members and invitations that a test starts from, put into the database as the product
/// does it.
public final class GivenTeam {

    private GivenTeam() {}

    /// Nobody signs in with this account any more.
    public static void deactivateAccount(StaffId staff) {
        DatabaseOwner.execute(
                "UPDATE staff SET deactivated_at = now() WHERE staff_id = ?", staff.value());
    }

    /// Whoever is signed in with this account has been for too long.
    public static void endSessions(StaffId staff) {
        DatabaseOwner.execute(
                "UPDATE staff_session SET expires_at = now() WHERE staff_id = ?", staff.value());
    }

    /// An invitation with the token of its link, which the product would never tell twice.
    public record Invited(UUID id, String email, String token) {}

    /// The role of this name.
    public static RoleId role(Store store, String name) {
        return new RoleId(
                UUID.fromString(
                        DatabaseOwner.ask(
                                        "SELECT role_id FROM role WHERE store_id = ? AND name = ?",
                                        store.id().value(),
                                        name)
                                .getFirst()));
    }

    /// A role that nobody has; `permissions` as PostgreSQL writes arrays, `{staff_management}`.
    public static RoleId newRole(Store store, String permissions) {
        UUID id = UUID.randomUUID();
        DatabaseOwner.execute(
                """
                INSERT INTO role (store_id, role_id, name, permissions)
                VALUES (?, ?, ?, CAST(? AS text[]))
                """,
                store.id().value(),
                id,
                "Role " + id,
                permissions);
        return new RoleId(id);
    }

    public static String nameOf(RoleId role) {
        return "Role " + role.value();
    }

    public static Invited invitation(Store store, StaffId by) {
        return invitation(store, by, "invited-" + UUID.randomUUID() + "@example.com");
    }

    public static Invited invitation(Store store, StaffId by, String email) {
        return invitation(store, by, email, role(store, Team.CONVERSATION_MANAGEMENT));
    }

    public static Invited invitation(Store store, StaffId by, String email, RoleId role) {
        UUID id = UUID.randomUUID();
        String token = RandomToken.draw(new SecureRandom());
        DatabaseOwner.execute(
                """
                INSERT INTO invitation
                       (store_id, invitation_id, email, token_hash, invited_by, invited_at,
                        expires_at)
                VALUES (?, ?, ?, ?, ?, now(), now() + interval '3 days')
                """,
                store.id().value(),
                id,
                email,
                RandomToken.hash(token),
                by.value());
        DatabaseOwner.execute(
                "INSERT INTO invitation_role (store_id, invitation_id, role_id) VALUES (?, ?, ?)",
                store.id().value(),
                id,
                role.value());
        return new Invited(id, email, token);
    }

    /// Works in this store, too.
    public static void addMember(Store store, StaffId staff) {
        DatabaseOwner.execute(
                "INSERT INTO membership (store_id, staff_id, joined_at) VALUES (?, ?, now())",
                store.id().value(),
                staff.value());
        DatabaseOwner.execute(
                "INSERT INTO membership_role (store_id, staff_id, role_id) VALUES (?, ?, ?)",
                store.id().value(),
                staff.value(),
                role(store, Team.CONVERSATION_MANAGEMENT).value());
    }

    /// No longer works in the store.
    public static void deactivate(Store store, StaffId staff) {
        DatabaseOwner.execute(
                """
                UPDATE membership SET deactivated_at = now()
                 WHERE store_id = ? AND staff_id = ?
                """,
                store.id().value(),
                staff.value());
    }
}
