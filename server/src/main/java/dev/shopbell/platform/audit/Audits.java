package dev.shopbell.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import dev.shopbell.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The audit trail of a store. What is recorded is committed with what it tells of, or not at all;
/// nobody can change it afterwards.
@Singleton
public final class Audits {

    private final ObjectMapper json;
    private final Ids ids;
    private final InstantSource clock;

    Audits(ObjectMapper json, Ids ids, InstantSource clock) {
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /// `action` is a word like `conversation_assigned`; for `subject` see [AuditEntry].
    public void record(
            StoreTransaction tx,
            Tenant store,
            @Nullable Actor actor,
            String action,
            Map<String, Object> subject) {
        new AuditSql(tx)
                .insert(
                        store,
                        new AuditEntry(ids.next(), clock.instant(), actor, action, subject),
                        written(subject));
    }

    /// The newest entries, from just before the one with this id; from the newest when it is null.
    public List<AuditEntry> before(
            StoreTransaction tx, Tenant store, @Nullable UUID id, int limit) {
        return new AuditSql(tx).before(store, id, limit, json);
    }

    private String written(Map<String, Object> subject) {
        try {
            return json.writeValueAsString(subject);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
