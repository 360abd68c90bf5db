package dev.shopbell.staff.invitation;

import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.team.RoleName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who is to work in the store, and has not joined yet.
public record Invitation(
        InvitationId id,
        EmailAddress email,
        List<RoleName> roles,
        Set<Permission> permissions,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        @Nullable Instant declinedAt) {

    public Invitation {
        roles = List.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    /// How it stands. Joined is who is a member, withdrawn what is not there.
    public enum Standing {
        PENDING,
        EXPIRED,
        DECLINED
    }

    public Standing standing(Instant now) {
        if (declinedAt != null) {
            return Standing.DECLINED;
        }
        return expiresAt.isAfter(now) ? Standing.PENDING : Standing.EXPIRED;
    }
}
