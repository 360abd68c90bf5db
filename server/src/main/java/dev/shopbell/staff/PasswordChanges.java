package dev.shopbell.staff;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.mail.Mails;
import jakarta.inject.Singleton;

/// New passwords for people who know theirs.
@Singleton
public final class PasswordChanges {

    private final Database database;
    private final PasswordHashes hashes;
    private final Mails mails;

    PasswordChanges(Database database, PasswordHashes hashes, Mails mails) {
        this.database = database;
        this.hashes = hashes;
        this.mails = mails;
    }

    /// Ends every other session of the person, and every link for a new password; a mail tells them
    /// in case it was not they. Refused when `current` is not their password.
    public void change(Session session, String current, Password chosen) {
        Staff staff = session.staff();
        String known =
                database.acrossStores(tx -> StaffSql.passwordHash(tx, staff.id()).orElseThrow());
        if (!hashes.matches(current, known)) {
            throw new RefusedException(StaffRefusal.PASSWORD_WRONG, "current");
        }
        String hash = hashes.hash(chosen.value());
        database.acrossStores(tx -> {
            PasswordResetSql.deleteAll(tx, staff.id());
            if (mails.canSend()) {
                mails.send(tx, AccountLetter.passwordChanged(staff));
            }
            StaffSql.changePassword(tx, staff.id(), hash);
            return SessionSql.deleteOthers(tx, staff.id(), session.id());
        });
    }
}
