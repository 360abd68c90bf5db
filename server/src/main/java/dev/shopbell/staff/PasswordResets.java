package dev.shopbell.staff;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.platform.mail.Mails;
import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// New passwords for people who forgot theirs, by a link that their mailbox gets.
@Singleton
public final class PasswordResets {

    private final Database database;
    private final Jobs jobs;
    private final MailPasswordReset mailPasswordReset;
    private final Mails mails;
    private final PasswordHashes hashes;
    private final Ids ids;
    private final InstantSource clock;

    PasswordResets(
            Database database,
            Jobs jobs,
            MailPasswordReset mailPasswordReset,
            Mails mails,
            PasswordHashes hashes,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.mailPasswordReset = mailPasswordReset;
        this.mails = mails;
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
    }

    /// Has a link mailed to this address if somebody signs in with it. Whether anybody does is
    /// looked up later, so that neither the answer nor its time tells.
    public void ask(EmailAddress email) {
        if (!mails.canSend()) {
            throw new RefusedException(StaffRefusal.MAIL_NOT_SET_UP);
        }
        database.acrossStores(tx -> {
            jobs.schedule(
                    tx,
                    mailPasswordReset,
                    ids.next().toString(),
                    new MailPasswordReset.Asked(email.value()),
                    clock.instant());
            return email;
        });
    }

    /// Gives the reader of the link a new password, which ends all their sessions and all other
    /// links. Works once.
    public Staff choose(String token, Password password) {
        // Before the transaction: it takes a while on purpose.
        String hash = hashes.hash(password.value());
        Instant now = clock.instant();
        return database.acrossStores(tx -> {
            Staff staff =
                    PasswordResetSql.take(tx, RandomToken.hash(token), now)
                            .orElseThrow(() -> new RefusedException(StaffRefusal.LINK_ENDED));
            PasswordResetSql.deleteAll(tx, staff.id());
            StaffSql.changePassword(tx, staff.id(), hash);
            SessionSql.deleteAll(tx, staff.id());
            return staff;
        });
    }
}
