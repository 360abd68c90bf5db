package dev.shopbell.email.account;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about tests of e-mail.
final class CheckSql {

    private final StoreTransaction tx;
    private final StoreId store;

    CheckSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    record Row(
            UUID id,
            int version,
            String steps,
            Instant startedAt,
            Instant deadlineAt,
            @Nullable Instant endedAt,
            @Nullable Boolean worked,
            boolean hasArrived,
            boolean hasPlusArrived) {}

    static Optional<StoreId> storeOf(Handle across, byte[] tokenHash) {
        return across.createQuery("SELECT * FROM store_of_email_check(:token) AS store_id")
                .bind("token", tokenHash)
                .mapTo(UUID.class)
                .findOne()
                .map(StoreId::new);
    }

    /// False while another one runs.
    boolean begin(UUID id, int version, byte[] tokenHash, String steps, Instant at, Instant end) {
        return tx.createUpdate(
                                """
                                INSERT INTO email_check
                                       (store_id, check_id, version, token_hash, steps,
                                        started_at, deadline_at)
                                VALUES (:store, :id, :version, :token, CAST(:steps AS jsonb),
                                        :at, :end)
                                ON CONFLICT ON CONSTRAINT email_check_is_the_last DO UPDATE
                                   SET check_id = excluded.check_id,
                                       version = excluded.version,
                                       token_hash = excluded.token_hash,
                                       steps = excluded.steps,
                                       started_at = excluded.started_at,
                                       deadline_at = excluded.deadline_at,
                                       ended_at = NULL, worked = NULL,
                                       arrived_at = NULL, plus_arrived_at = NULL
                                 WHERE email_check.ended_at IS NOT NULL
                                    OR email_check.deadline_at < excluded.started_at
                                """)
                        .bind("store", store.value())
                        .bind("id", id)
                        .bind("version", version)
                        .bind("token", tokenHash)
                        .bind("steps", steps)
                        .bind("at", at)
                        .bind("end", end)
                        .execute()
                > 0;
    }

    void progress(UUID id, String steps) {
        tx.createUpdate(
                        """
                        UPDATE email_check SET steps = CAST(:steps AS jsonb)
                         WHERE store_id = :store AND check_id = :id AND ended_at IS NULL
                        """)
                .bind("store", store.value())
                .bind("id", id)
                .bind("steps", steps)
                .execute();
    }

    /// False when it is not the last one any more.
    boolean end(UUID id, boolean worked, Instant at) {
        return tx.createUpdate(
                                """
                                UPDATE email_check SET ended_at = :at, worked = :worked
                                 WHERE store_id = :store AND check_id = :id AND ended_at IS NULL
                                """)
                        .bind("store", store.value())
                        .bind("id", id)
                        .bind("worked", worked)
                        .bind("at", at)
                        .execute()
                > 0;
    }

    /// False when it does not run any more. What arrived once has arrived then.
    boolean arrived(byte[] tokenHash, boolean plus, Instant at) {
        return tx.createUpdate(
                                """
                                UPDATE email_check
                                   SET arrived_at = CASE WHEN :plus THEN arrived_at
                                                         ELSE COALESCE(arrived_at, :at) END,
                                       plus_arrived_at = CASE WHEN :plus
                                                              THEN COALESCE(plus_arrived_at, :at)
                                                              ELSE plus_arrived_at END
                                 WHERE store_id = :store AND token_hash = :token
                                   AND ended_at IS NULL AND deadline_at > :at
                                """)
                        .bind("store", store.value())
                        .bind("token", tokenHash)
                        .bind("plus", plus)
                        .bind("at", at)
                        .execute()
                > 0;
    }

    Optional<Row> last() {
        return tx.createQuery(
                        """
                        SELECT check_id, version, steps::text AS steps, started_at, deadline_at,
                               ended_at, worked, arrived_at, plus_arrived_at
                          FROM email_check
                         WHERE store_id = :store
                        """)
                .bind("store", store.value())
                .map((row, _) -> row(row))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("check_id", UUID.class),
                row.getInt("version"),
                row.getString("steps"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("deadline_at", OffsetDateTime.class).toInstant(),
                moment(row, "ended_at"),
                row.getObject("worked", Boolean.class),
                moment(row, "arrived_at") != null,
                moment(row, "plus_arrived_at") != null);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
