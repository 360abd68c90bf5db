package dev.shopbell.staff;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.mail.Mails;
import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Mails a link to whoever asked for one, if they have an account. Repeated it mails another link,
/// which works as well.
@Singleton
final class MailPasswordReset implements Job<MailPasswordReset.Asked> {

    /// How long a link works.
    static final Duration VALID = Duration.ofHours(1);

    private final Database database;
    private final Installation installation;
    private final Mails mails;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    MailPasswordReset(
            Database database, Installation installation, Mails mails, InstantSource clock) {
        this.database = database;
        this.installation = installation;
        this.mails = mails;
        this.clock = clock;
    }

    record Asked(String email) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @Override
    public String name() {
        return "staff.mail_password_reset";
    }

    @Override
    public Class<Asked> data() {
        return Asked.class;
    }

    @Override
    public void run(Asked asked) {
        Instant now = clock.instant();
        String origin = installation.publicUrl().orElseThrow().origin();
        database.acrossStores(tx -> {
            PasswordResetSql.deleteExpired(tx, now);
            return StaffSql.account(tx, new EmailAddress(asked.email()))
                    .map(account -> {
                        String token = RandomToken.draw(random);
                        PasswordResetSql.insert(
                                tx, RandomToken.hash(token), account.staff().id(), now.plus(VALID));
                        return mails.send(
                                tx,
                                AccountLetter.passwordReset(
                                        account.staff(), origin + "/new-password#" + token));
                    });
        });
    }
}
