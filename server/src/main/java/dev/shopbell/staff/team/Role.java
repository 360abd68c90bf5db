package dev.shopbell.staff.team;

import dev.shopbell.staff.Permission;
import java.util.Set;

/// A named set of permissions, and how many people have it or are invited to it.
public record Role(
        RoleId id,
        String name,
        boolean builtIn,
        Set<Permission> permissions,
        int members,
        int invited) {

    public Role {
        permissions = Set.copyOf(permissions);
    }

    boolean isUsed() {
        return members + invited > 0;
    }
}
