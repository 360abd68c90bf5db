package dev.shopbell.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Every SQL statement about sessions, which belong to people and to no store.
final class SessionSql {

    record SignedIn(SessionId id, Staff staff, Instant expiresAt) {}

    private SessionSql() {}

    static Optional<SignedIn> signedIn(Handle tx, byte[] tokenHash) {
        return tx.createQuery(
                        """
                        SELECT s.staff_id, s.email, s.name, t.session_id, t.expires_at
                          FROM staff_session t
                          JOIN staff s USING (staff_id)
                         WHERE t.token_hash = :token AND s.deactivated_at IS NULL
                        """)
                .bind("token", tokenHash)
                .map((row, _) ->
                        new SignedIn(id(row), StaffSql.staff(row), instant(row, "expires_at")))
                .findOne();
    }

    static int insert(
            Handle tx,
            byte[] tokenHash,
            SessionId id,
            StaffId staff,
            Device device,
            Instant at,
            Instant until) {
        return tx.createUpdate(
                        """
                        INSERT INTO staff_session
                               (token_hash, session_id, staff_id, browser, system, created_at,
                                expires_at)
                        VALUES (:token, :id, :staff, :browser, :system, :at, :until)
                        """)
                .bind("token", tokenHash)
                .bind("id", id.value())
                .bind("staff", staff.value())
                .bindByType("browser", device.browser(), String.class)
                .bindByType("system", device.system(), String.class)
                .bind("at", at)
                .bind("until", until)
                .execute();
    }

    /// Those that have not ended, the one used last first.
    static List<KnownSession> all(Handle tx, StaffId staff, Instant now) {
        return tx.createQuery(
                        """
                        SELECT session_id, browser, system, created_at,
                               COALESCE(last_active_at, created_at) AS last_active_at
                          FROM staff_session
                         WHERE staff_id = :staff AND expires_at > :now
                         ORDER BY 5 DESC, session_id
                        """)
                .bind("staff", staff.value())
                .bind("now", now)
                .map((row, _) ->
                        new KnownSession(
                                id(row),
                                new Device(row.getString("browser"), row.getString("system")),
                                instant(row, "created_at"),
                                instant(row, "last_active_at")))
                .list();
    }

    static int noteUse(Handle tx, SessionId id, Instant at) {
        return tx.createUpdate(
                        "UPDATE staff_session SET last_active_at = :at WHERE session_id = :id")
                .bind("at", at)
                .bind("id", id.value())
                .execute();
    }

    static int delete(Handle tx, byte[] tokenHash) {
        return tx.createUpdate("DELETE FROM staff_session WHERE token_hash = :token")
                .bind("token", tokenHash)
                .execute();
    }

    static int delete(Handle tx, StaffId staff, SessionId id) {
        return tx.createUpdate(
                        "DELETE FROM staff_session WHERE staff_id = :staff AND session_id = :id")
                .bind("staff", staff.value())
                .bind("id", id.value())
                .execute();
    }

    static int deleteEnded(Handle tx, StaffId staff, Instant now) {
        return tx.createUpdate(
                        "DELETE FROM staff_session WHERE staff_id = :staff AND expires_at <= :now")
                .bind("staff", staff.value())
                .bind("now", now)
                .execute();
    }

    static int deleteAll(Handle tx, StaffId staff) {
        return tx.createUpdate("DELETE FROM staff_session WHERE staff_id = :staff")
                .bind("staff", staff.value())
                .execute();
    }

    static int deleteOthers(Handle tx, StaffId staff, SessionId kept) {
        return tx.createUpdate(
                        "DELETE FROM staff_session WHERE staff_id = :staff AND session_id <> :kept")
                .bind("staff", staff.value())
                .bind("kept", kept.value())
                .execute();
    }

    private static SessionId id(ResultSet row) throws SQLException {
        return new SessionId(row.getObject("session_id", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
