package dev.shopbell.staff.team;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.StaffRefusal;
import java.util.Set;

/// A role as somebody wants it: a name on one line and at least one permission.
public record RoleDraft(String name, Set<Permission> permissions) {

    private static final int NAME_LENGTH = 60;

    public RoleDraft {
        name = PlainText.name(name);
        if (!PlainText.isName(name)) {
            throw new RefusedException(StaffRefusal.NAME_EMPTY, "name");
        }
        if (PlainText.length(name) > NAME_LENGTH) {
            throw new RefusedException(StaffRefusal.NAME_TOO_LONG, "name");
        }
        permissions = Set.copyOf(permissions);
        if (permissions.isEmpty()) {
            throw new RefusedException(TeamRefusal.PERMISSION_MISSING, "permissions");
        }
    }
}
