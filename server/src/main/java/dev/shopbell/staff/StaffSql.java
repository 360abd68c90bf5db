package dev.shopbell.staff;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Every SQL statement about staff, their sessions and their places in stores. Accounts and
/// sessions belong to no store.
final class StaffSql {

    /// What signing in compares with.
    record Account(Staff staff, String passwordHash) {}

    record SignedIn(Staff staff, Instant expiresAt) {}

    private static final String ELIGIBLE =
            """
            SELECT s.staff_id, s.name
              FROM membership m
              JOIN staff s USING (staff_id)
             WHERE m.store_id = :store
               AND s.deactivated_at IS NULL
               AND (m.is_owner OR EXISTS (
                       SELECT 1
                         FROM membership_role mr
                         JOIN role r USING (store_id, role_id)
                        WHERE mr.store_id = m.store_id AND mr.staff_id = m.staff_id
                          AND 'conversation_management' = ANY (r.permissions)))
            """;

    private StaffSql() {}

    static Optional<Account> account(Handle tx, EmailAddress email) {
        return tx.createQuery(
                        """
                        SELECT staff_id, email, name, password_hash
                          FROM staff
                         WHERE email = :email AND deactivated_at IS NULL
                        """)
                .bind("email", email.value())
                .map((row, _) -> new Account(staff(row), row.getString("password_hash")))
                .findOne();
    }

    static Optional<SignedIn> signedIn(Handle tx, byte[] tokenHash) {
        return tx.createQuery(
                        """
                        SELECT s.staff_id, s.email, s.name, t.expires_at
                          FROM staff_session t
                          JOIN staff s USING (staff_id)
                         WHERE t.token_hash = :token AND s.deactivated_at IS NULL
                        """)
                .bind("token", tokenHash)
                .map((row, _) -> new SignedIn(staff(row), instant(row, "expires_at")))
                .findOne();
    }

    static List<Member> memberships(Handle tx, Staff staff) {
        return tx.createQuery(
                        """
                        SELECT store_id, store_name, is_owner, rights_version, roles, permissions,
                               administrators_read_assigned
                          FROM memberships_of(:staff)
                        """)
                .bind("staff", staff.id().value())
                .map((row, _) -> member(staff, row))
                .list();
    }

    static int insertSession(
            Handle tx, byte[] tokenHash, StaffId staff, Instant at, Instant until) {
        return tx.createUpdate(
                        """
                        INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at)
                        VALUES (:token, :staff, :at, :until)
                        """)
                .bind("token", tokenHash)
                .bind("staff", staff.value())
                .bind("at", at)
                .bind("until", until)
                .execute();
    }

    static int deleteSession(Handle tx, byte[] tokenHash) {
        return tx.createUpdate("DELETE FROM staff_session WHERE token_hash = :token")
                .bind("token", tokenHash)
                .execute();
    }

    static int deleteEnded(Handle tx, StaffId staff, Instant now) {
        return tx.createUpdate(
                        "DELETE FROM staff_session WHERE staff_id = :staff AND expires_at <= :now")
                .bind("staff", staff.value())
                .bind("now", now)
                .execute();
    }

    static int deleteSessions(Handle tx, StaffId staff) {
        return tx.createUpdate("DELETE FROM staff_session WHERE staff_id = :staff")
                .bind("staff", staff.value())
                .execute();
    }

    static int changePassword(Handle tx, StaffId staff, String passwordHash) {
        return tx.createUpdate("UPDATE staff SET password_hash = :hash WHERE staff_id = :staff")
                .bind("hash", passwordHash)
                .bind("staff", staff.value())
                .execute();
    }

    /// Says whether the address was free.
    static boolean insertStaff(StoreTransaction tx, Staff staff, String passwordHash, Instant at) {
        return tx.createUpdate(
                                """
                                INSERT INTO staff (staff_id, email, name, password_hash, created_at)
                                VALUES (:staff, :email, :name, :hash, :at)
                                ON CONFLICT ON CONSTRAINT staff_email_signs_in_one DO NOTHING
                                """)
                        .bind("staff", staff.id().value())
                        .bind("email", staff.email().value())
                        .bind("name", staff.name())
                        .bind("hash", passwordHash)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    static void insertMember(
            StoreTransaction tx, StoreId store, StaffId staff, boolean isOwner, Instant at) {
        tx.createUpdate(
                        """
                        INSERT INTO membership (store_id, staff_id, is_owner, joined_at)
                        VALUES (:store, :staff, :owner, :at)
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("owner", isOwner)
                .bind("at", at)
                .execute();
    }

    static void insertRole(
            StoreTransaction tx,
            StoreId store,
            UUID role,
            String name,
            List<Permission> permissions) {
        tx.createUpdate(
                        """
                        INSERT INTO role (store_id, role_id, name, permissions)
                        VALUES (:store, :role, :name, :permissions)
                        """)
                .bind("store", store.value())
                .bind("role", role)
                .bind("name", name)
                .bindArray(
                        "permissions",
                        String.class,
                        permissions.stream().map(Permission::word).toList())
                .execute();
    }

    /// Of everybody in the store.
    static int raiseRights(StoreTransaction tx, StoreId store) {
        return tx.createUpdate(
                        """
                        UPDATE membership
                           SET rights_version = rights_version + 1
                         WHERE store_id = :store
                        """)
                .bind("store", store.value())
                .execute();
    }

    static int giveRole(StoreTransaction tx, StoreId store, StaffId staff, String role) {
        return tx.createUpdate(
                        """
                        INSERT INTO membership_role (store_id, staff_id, role_id)
                        SELECT :store, :staff, r.role_id
                          FROM role r
                         WHERE r.store_id = :store AND r.name = :role
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .bind("role", role)
                .execute();
    }

    /// The active members with *Conversation management*, in the order of their names.
    static List<Colleague> colleagues(StoreTransaction tx, StoreId store) {
        return tx.createQuery(ELIGIBLE + " ORDER BY s.name, s.staff_id")
                .bind("store", store.value())
                .map((row, _) -> colleague(row))
                .list();
    }

    /// One of them, who stays one until the transaction ends.
    static Optional<Colleague> lockColleague(StoreTransaction tx, StoreId store, StaffId staff) {
        return tx.createQuery(ELIGIBLE + " AND m.staff_id = :staff FOR SHARE OF m")
                .bind("store", store.value())
                .bind("staff", staff.value())
                .map((row, _) -> colleague(row))
                .findOne();
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(
                new StaffId(row.getObject("staff_id", UUID.class)), row.getString("name"));
    }

    static Staff staff(ResultSet row) throws SQLException {
        return new Staff(
                new StaffId(row.getObject("staff_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("name"));
    }

    private static Member member(Staff staff, ResultSet row) throws SQLException {
        return new Member(
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getString("store_name"),
                staff.id(),
                staff.name(),
                row.getBoolean("is_owner"),
                List.of((String[]) row.getArray("roles").getArray()),
                Arrays.stream((String[]) row.getArray("permissions").getArray())
                        .map(Permission::of)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("administrators_read_assigned"),
                row.getInt("rights_version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
