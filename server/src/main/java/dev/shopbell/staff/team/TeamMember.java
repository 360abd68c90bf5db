package dev.shopbell.staff.team;

import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person of the store as those see them who look after its people. `lastActiveAt` is to the
/// minute, null for somebody who has not been here yet.
public record TeamMember(
        Staff staff,
        boolean owner,
        List<RoleName> roles,
        Set<Permission> permissions,
        Instant joinedAt,
        @Nullable Instant deactivatedAt,
        @Nullable Instant lastActiveAt) {

    public TeamMember {
        roles = List.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    public boolean isActive() {
        return deactivatedAt == null;
    }

    boolean mayHaveConversations() {
        return isActive() && (owner || permissions.contains(Permission.CONVERSATION_MANAGEMENT));
    }
}
