package dev.shopbell.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the audit trail. `actor` is null for what the program did by itself. The subject names
/// what it was done to by ids and by names of staff, roles and settings; never with a word a
/// customer or a colleague wrote.
public record AuditEntry(
        UUID id, Instant at, @Nullable Actor actor, String action, Map<String, Object> subject) {

    /// Who did it, under the name they had then.
    public record Actor(UUID id, String name) {}
}
