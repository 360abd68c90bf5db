package dev.shopbell.staff.team;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import java.util.Set;

/// Whose place in the store one may change, and to what. The one place where that is decided: for
/// roles, members and invitations alike.
///
/// Power over others is the owner's to give and to take. Whoever else manages staff gives only what
/// they have themselves, and touches nobody who has more.
public final class Authority {

    private static final Set<Permission> POWERS =
            Set.of(Permission.INBOX_ADMINISTRATION, Permission.STAFF_MANAGEMENT);

    private Authority() {}

    /// Refuses unless `by` may give these permissions, and take them away.
    public static void check(Member by, Set<Permission> permissions) {
        boolean may =
                by.isOwner()
                        || permissions.stream()
                                .allMatch(each -> by.may(each) && !POWERS.contains(each));
        if (!may) {
            throw new RefusedException(HttpRefusal.NOT_PERMITTED);
        }
    }
}
