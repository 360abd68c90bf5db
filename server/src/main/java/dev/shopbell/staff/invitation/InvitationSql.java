package dev.shopbell.staff.invitation;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import dev.shopbell.staff.team.RoleId;
import dev.shopbell.staff.team.RoleName;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every SQL statement about invitations.
final class InvitationSql {

    private static final String SELECT =
            """
            SELECT i.invitation_id, i.email, s.name AS invited_by, i.invited_at, i.expires_at,
                   i.declined_at, r.role_ids, r.role_names,
                   ARRAY (SELECT DISTINCT p.permission
                            FROM invitation_role ir
                            JOIN role USING (store_id, role_id)
                           CROSS JOIN unnest(role.permissions) AS p (permission)
                           WHERE ir.store_id = i.store_id
                             AND ir.invitation_id = i.invitation_id) AS permissions
              FROM invitation i
              JOIN staff s ON s.staff_id = i.invited_by
              CROSS JOIN LATERAL (
                    SELECT COALESCE(array_agg(role.role_id ORDER BY role.name, role.role_id), '{}') AS role_ids,
                           COALESCE(array_agg(role.name ORDER BY role.name, role.role_id), '{}') AS role_names
                      FROM invitation_role ir
                      JOIN role USING (store_id, role_id)
                     WHERE ir.store_id = i.store_id AND ir.invitation_id = i.invitation_id) r
             WHERE i.store_id = :store
            """;

    private final StoreTransaction tx;
    private final StoreId store;

    InvitationSql(StoreTransaction tx, StoreId store) {
        this.tx = tx;
        this.store = store;
    }

    /// Where the link leads whose token has this hash.
    static Optional<StoreId> storeOf(Handle across, byte[] tokenHash) {
        return across.createQuery("SELECT store_of_invitation(:token)")
                .bind("token", tokenHash)
                .mapTo(UUID.class)
                .findOne()
                .map(StoreId::new);
    }

    /// The newest first.
    List<Invitation> all() {
        return tx.createQuery(SELECT + " ORDER BY i.invited_at DESC, i.invitation_id")
                .bind("store", store.value())
                .map((row, _) -> invitation(row))
                .list();
    }

    Optional<Invitation> find(InvitationId id) {
        return tx.createQuery(SELECT + " AND i.invitation_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .map((row, _) -> invitation(row))
                .findOne();
    }

    Optional<Invitation> findByEmail(EmailAddress email) {
        return tx.createQuery(SELECT + " AND i.email = :email")
                .bind("store", store.value())
                .bind("email", email.value())
                .map((row, _) -> invitation(row))
                .findOne();
    }

    /// The invitation whose link has this token, if the link still works. Of several who use it at
    /// once, the next one gets an answer when the first is done.
    Optional<InvitationId> lockOpen(byte[] tokenHash, Instant now) {
        return tx.createQuery(
                        """
                        SELECT invitation_id FROM invitation
                         WHERE store_id = :store AND token_hash = :token AND expires_at > :now
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bind("token", tokenHash)
                .bind("now", now)
                .map((row, _) -> id(row))
                .findOne();
    }

    /// It does not change, nor is it used, until the transaction ends.
    boolean lock(InvitationId id) {
        return tx.createQuery(
                        """
                        SELECT 1 FROM invitation
                         WHERE store_id = :store AND invitation_id = :id
                           FOR UPDATE
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Says whether the address was free.
    boolean insert(InvitationId id, EmailAddress email, Link link, StaffId by, Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO invitation
                                       (store_id, invitation_id, email, token_hash, invited_by,
                                        invited_at, expires_at)
                                VALUES (:store, :id, :email, :token, :by, :at, :until)
                                ON CONFLICT ON CONSTRAINT invitation_once_per_address DO NOTHING
                                """)
                        .bind("store", store.value())
                        .bind("id", id.value())
                        .bind("email", email.value())
                        .bind("token", link.hash())
                        .bind("by", by.value())
                        .bind("at", at)
                        .bind("until", link.expiresAt())
                        .execute()
                == 1;
    }

    int giveRoles(InvitationId id, Collection<RoleId> roles) {
        return tx.createUpdate(
                        """
                        INSERT INTO invitation_role (store_id, invitation_id, role_id)
                        SELECT :store, :id, role_id FROM unnest(:roles) AS role_id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bindArray("roles", UUID.class, roles.stream().map(RoleId::value).toList())
                .execute();
    }

    int takeRoles(InvitationId id) {
        return tx.createUpdate(
                        """
                        DELETE FROM invitation_role
                         WHERE store_id = :store AND invitation_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// From now on only this link works, and declining is forgotten.
    int renew(InvitationId id, Link link) {
        return tx.createUpdate(
                        """
                        UPDATE invitation
                           SET token_hash = :token, expires_at = :until, declined_at = NULL
                         WHERE store_id = :store AND invitation_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("token", link.hash())
                .bind("until", link.expiresAt())
                .execute();
    }

    int decline(InvitationId id, Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE invitation SET token_hash = NULL, declined_at = :at
                         WHERE store_id = :store AND invitation_id = :id
                        """)
                .bind("store", store.value())
                .bind("id", id.value())
                .bind("at", at)
                .execute();
    }

    int delete(InvitationId id) {
        return tx.createUpdate(
                        "DELETE FROM invitation WHERE store_id = :store AND invitation_id = :id")
                .bind("store", store.value())
                .bind("id", id.value())
                .execute();
    }

    /// The addresses of those this person has invited and whose links still work.
    List<String> deleteOpenOf(StaffId by, Instant now) {
        return tx.createQuery(
                        """
                        DELETE FROM invitation
                         WHERE store_id = :store AND invited_by = :by
                           AND token_hash IS NOT NULL AND expires_at > :now
                        RETURNING email
                        """)
                .bind("store", store.value())
                .bind("by", by.value())
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }

    /// Whether somebody signs in with this address.
    boolean hasAccount(EmailAddress email) {
        return tx.createQuery("SELECT EXISTS (SELECT FROM staff WHERE email = :email)")
                .bind("email", email.value())
                .mapTo(Boolean.class)
                .one();
    }

    String storeName() {
        return tx.createQuery("SELECT name FROM store WHERE store_id = :store")
                .bind("store", store.value())
                .mapTo(String.class)
                .one();
    }

    private static InvitationId id(ResultSet row) throws SQLException {
        return new InvitationId(row.getObject("invitation_id", UUID.class));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                id(row),
                new EmailAddress(row.getString("email")),
                RoleName.all(row),
                RoleName.permissions(row),
                row.getString("invited_by"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "declined_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
