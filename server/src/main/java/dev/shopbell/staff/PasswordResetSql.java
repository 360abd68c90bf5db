package dev.shopbell.staff;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every SQL statement about links that let somebody choose a new password.
final class PasswordResetSql {

    private PasswordResetSql() {}

    static int insert(Handle tx, byte[] tokenHash, StaffId staff, Instant until) {
        return tx.createUpdate(
                        """
                        INSERT INTO password_reset (token_hash, staff_id, expires_at)
                        VALUES (:token, :staff, :until)
                        """)
                .bind("token", tokenHash)
                .bind("staff", staff.value())
                .bind("until", until)
                .execute();
    }

    /// Takes the link away and says whose it was, if it was one that still worked: of several who
    /// use it at once, one gets an answer.
    static Optional<Staff> take(Handle tx, byte[] tokenHash, Instant now) {
        return tx.createQuery(
                        """
                        DELETE FROM password_reset r
                         USING staff s
                         WHERE r.token_hash = :token
                           AND r.expires_at > :now
                           AND s.staff_id = r.staff_id
                           AND s.deactivated_at IS NULL
                        RETURNING s.staff_id, s.email, s.name
                        """)
                .bind("token", tokenHash)
                .bind("now", now)
                .map((row, _) -> StaffSql.staff(row))
                .findOne();
    }

    static int deleteAll(Handle tx, StaffId staff) {
        return tx.createUpdate("DELETE FROM password_reset WHERE staff_id = :staff")
                .bind("staff", staff.value())
                .execute();
    }

    static int deleteExpired(Handle tx, Instant now) {
        return tx.createUpdate("DELETE FROM password_reset WHERE expires_at <= :now")
                .bind("now", now)
                .execute();
    }
}
