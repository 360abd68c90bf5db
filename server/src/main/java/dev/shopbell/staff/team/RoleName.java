package dev.shopbell.staff.team;

import dev.shopbell.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A role as it stands beside a person.
public record RoleName(UUID id, String name) {

    /// Reads the columns `role_ids` and `role_names`, which are as long as each other.
    public static List<RoleName> all(ResultSet row) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("role_ids").getArray();
        String[] names = (String[]) row.getArray("role_names").getArray();
        List<RoleName> roles = new ArrayList<>();
        for (int at = 0; at < ids.length; at++) {
            roles.add(new RoleName(ids[at], names[at]));
        }
        return roles;
    }

    /// Reads the column `permissions`: everything that roles allow together.
    public static Set<Permission> permissions(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("permissions").getArray())
                .map(Permission::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
