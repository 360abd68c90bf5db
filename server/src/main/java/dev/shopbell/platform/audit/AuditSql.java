package dev.shopbell.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.database.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about the audit trail: there are none that change it.
final class AuditSql {

    private static final UUID LAST = new UUID(-1, -1);

    private static final TypeReference<Map<String, Object>> SUBJECT = new TypeReference<>() {};

    private final StoreTransaction tx;

    AuditSql(StoreTransaction tx) {
        this.tx = tx;
    }

    void insert(Tenant store, AuditEntry entry, String subject) {
        Actor actor = entry.actor();
        tx.createUpdate(
                        """
                        INSERT INTO audit_entry
                               (store_id, audit_id, at, actor_id, actor_name, action, subject)
                        VALUES (:store, :id, :at, :actor, :name, :action, CAST(:subject AS jsonb))
                        """)
                .bind("store", store.value())
                .bind("id", entry.id())
                .bind("at", entry.at())
                .bindByType("actor", actor == null ? null : actor.id(), UUID.class)
                .bindByType("name", actor == null ? null : actor.name(), String.class)
                .bind("action", entry.action())
                .bind("subject", subject)
                .execute();
    }

    List<AuditEntry> before(Tenant store, @Nullable UUID id, int limit, ObjectMapper json) {
        return tx.createQuery(
                        """
                        SELECT audit_id, at, actor_id, actor_name, action, subject
                          FROM audit_entry
                         WHERE store_id = :store AND audit_id < :before
                         ORDER BY audit_id DESC
                         LIMIT :limit
                        """)
                .bind("store", store.value())
                .bind("before", id == null ? LAST : id)
                .bind("limit", limit)
                .map((row, _) -> entry(row, json))
                .list();
    }

    private static AuditEntry entry(ResultSet row, ObjectMapper json) throws SQLException {
        UUID actor = row.getObject("actor_id", UUID.class);
        return new AuditEntry(
                row.getObject("audit_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                actor == null ? null : new Actor(actor, row.getString("actor_name")),
                row.getString("action"),
                subject(row.getString("subject"), json));
    }

    private static Map<String, Object> subject(String written, ObjectMapper json) {
        try {
            return json.readValue(written, SUBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
