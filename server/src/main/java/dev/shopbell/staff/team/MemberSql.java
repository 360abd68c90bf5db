package dev.shopbell.staff.team;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Staff;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about people's places in a store.
final class MemberSql {

    private static final String SELECT =
            """
            SELECT m.staff_id, s.email, s.name, m.is_owner, m.joined_at, m.deactivated_at,
                   m.last_active_at, r.role_ids, r.role_names,
                   ARRAY (SELECT DISTINCT p.permission
                            FROM membership_role mr
                            JOIN role USING (store_id, role_id)
                           CROSS JOIN unnest(role.permissions) AS p (permission)
                           WHERE mr.store_id = m.store_id AND mr.staff_id = m.staff_id) AS permissions
              FROM membership m
              JOIN staff s USING (staff_id)
              CROSS JOIN LATERAL (
                    SELECT COALESCE(array_agg(role.role_id ORDER BY role.name, role.role_id), '{}') AS role_ids,
                           COALESCE(array_agg(role.name ORDER BY role.name, role.role_id), '{}') AS role_names
                      FROM membership_role mr
                      JOIN role USING (store_id, role_id)
                     WHERE mr.store_id = m.store_id AND mr.staff_id = m.staff_id) r
             WHERE m.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    MemberSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// The owner first, then who works here, then who no longer does, by name.
    List<TeamMember> all() {
        return tx.createQuery(
                        SELECT
                                + """
                                 ORDER BY NOT m.is_owner, m.deactivated_at IS NOT NULL, lower(s.name),
                                          m.staff_id
                                """)
                .bind("store", store.value())
                .map((row, _) -> member(row))
                .list();
    }

    Optional<TeamMember> find(StaffId staff) {
        return tx.createQuery(SELECT + " AND m.staff_id = :staff")
                .bind("store", store.value())
                .bind("staff", staff.value())
                .map((row, _) -> member(row))
                .findOne();
    }

    Optional<TeamMember> findByEmail(EmailAddress email) {
        return tx.createQuery(SELECT + " AND s.email = :email")
                .bind("store", store.value())
                .bind("email", email.value())
                .map((row, _) -> member(row))
                .findOne();
    }

    /// This person's place does not change until the transaction ends, and nothing is assigned to
    /// them that was not before. Locked before any conversation.
    boolean lock(StaffId staff) {
        return tx.createQuery(
                        """
                        SELECT 1 FROM membership
                         WHERE store_id = :store AND staff_id = :staff
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// The clients of these people start over.
    int raiseRights(Collection<StaffId> staff) {
        return tx.createUpdate(
                        """
                        UPDATE membership SET rights_version = rights_version + 1
                         WHERE store_id = :store AND staff_id = ANY (:staff)
                        """)
                .bind("store", store.value())
                .bindArray("staff", UUID.class, staff.stream().map(StaffId::value).toList())
                .execute();
    }

    int deactivate(StaffId staff, @Nullable Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE membership
                           SET deactivated_at = :at, rights_version = rights_version + 1
                         WHERE store_id = :store AND staff_id = :staff
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bindByType("at", at, Instant.class)
                .execute();
    }

    /// Signs a person out everywhere if they work nowhere any more.
    int endSessionsOfNobodysStaff(StaffId staff) {
        return tx.createUpdate(
                        """
                        DELETE FROM staff_session
                         WHERE staff_id = :staff
                           AND NOT EXISTS (SELECT FROM memberships_of(:staff))
                        """)
                .bind("staff", staff.value())
                .execute();
    }

    /// Says whether they had no place here yet.
    boolean insert(StaffId staff, Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO membership (store_id, staff_id, joined_at)
                                VALUES (:store, :staff, :at)
                                ON CONFLICT ON CONSTRAINT membership_is_one_per_store DO NOTHING
                                """)
                        .bind("store", store.value())
                        .bind("staff", staff.value())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    private static TeamMember member(ResultSet row) throws SQLException {
        return new TeamMember(
                new Staff(
                        new StaffId(row.getObject("staff_id", UUID.class)),
                        new EmailAddress(row.getString("email")),
                        row.getString("name")),
                row.getBoolean("is_owner"),
                RoleName.all(row),
                RoleName.permissions(row),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                instant(row, "deactivated_at"),
                instant(row, "last_active_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
