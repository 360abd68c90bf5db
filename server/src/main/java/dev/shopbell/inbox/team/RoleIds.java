package dev.shopbell.inbox.team;

import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.team.RoleId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The field `roles` of a request: ids, each counted once.
final class RoleIds {

    private RoleIds() {}

    static Set<RoleId> required(@Nullable List<@Nullable UUID> ids) {
        return Body.required(ids, "roles").stream()
                .map(id -> new RoleId(Body.required(id, "roles")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
