package dev.shopbell.staff;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Every SQL statement about accounts and their places in stores. Accounts belong to no store.
final class StaffSql {

    /// What signing in compares with.
    record Account(Staff staff, String passwordHash) {}

    private static final String ELIGIBLE =
            """
            SELECT s.staff_id, s.name
              FROM membership m
              JOIN staff s USING (staff_id)
             WHERE m.store_id = :store
               AND s.deactivated_at IS NULL
               AND m.deactivated_at IS NULL
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

    static Optional<String> passwordHash(Handle tx, StaffId staff) {
        return tx.createQuery("SELECT password_hash FROM staff WHERE staff_id = :staff")
                .bind("staff", staff.value())
                .mapTo(String.class)
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

    /// One of those that every store has.
    static void insertRole(
            StoreTransaction tx,
            StoreId store,
            UUID role,
            String name,
            List<Permission> permissions) {
        tx.createUpdate(
                        """
                        INSERT INTO role (store_id, role_id, name, permissions, is_built_in)
                        VALUES (:store, :role, :name, :permissions, true)
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

    /// When this person last used the store's inbox.
    static int noteUse(StoreTransaction tx, Member member, Instant at) {
        return tx.createUpdate(
                        """
                        UPDATE membership SET last_active_at = :at
                         WHERE store_id = :store AND staff_id = :staff
                        """)
                .bind("at", at)
                .bind("store", member.store().value())
                .bind("staff", member.staff().value())
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
        // The lock first: what roles allow is then read as it is once nobody changes it any more.
        tx.createQuery(
                        """
                        SELECT 1 FROM membership
                         WHERE store_id = :store AND staff_id = :staff
                           FOR SHARE
                        """)
                .bind("store", store.value())
                .bind("staff", staff.value())
                .mapTo(Integer.class)
                .findOne();
        return tx.createQuery(ELIGIBLE + " AND m.staff_id = :staff")
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
}
