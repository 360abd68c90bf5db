package dev.shopbell.staff;

import dev.shopbell.store.StoreId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One person in one store: what they may do there, and whether the store lets administrators read
/// what is assigned to others. `rightsVersion` grows with every change of any of it.
public record Member(
        StoreId store,
        String storeName,
        StaffId staff,
        String name,
        boolean isOwner,
        List<String> roles,
        Set<Permission> permissions,
        boolean administratorsReadAssigned,
        int rightsVersion) {

    public Member {
        roles = List.copyOf(roles);
        permissions = isOwner ? EnumSet.allOf(Permission.class) : Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// What to call their place in the team.
    public String roleName() {
        return isOwner ? "Owner" : String.join(", ", roles);
    }
}
