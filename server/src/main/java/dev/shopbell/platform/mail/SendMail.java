package dev.shopbell.platform.mail;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Job;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Hands one mail over. Repeated after a crash it sends the same bytes under the same Message-ID,
/// by which the other side may know that it has them.
@Singleton
final class SendMail implements Job<SendMail.Which> {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    /// RFC 5321, 4.5.4.1, gives up after four or five days; a link in a mail is old before.
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final Database database;
    private final Smtp smtp;
    private final InstantSource clock;

    SendMail(Database database, Smtp smtp, InstantSource clock) {
        this.database = database;
        this.smtp = smtp;
        this.clock = clock;
    }

    record Which(UUID mail) {}

    /// It will be tried again.
    private static final class NotSentException extends RuntimeException {
        NotSentException(String status) {
            super(status, null, false, false);
        }
    }

    @Override
    public String name() {
        return "mail.send";
    }

    @Override
    public Class<Which> data() {
        return Which.class;
    }

    @Override
    public void run(Which which) {
        MailId id = new MailId(which.mail());
        Optional<MailSql.Waiting> waiting = database.acrossStores(tx -> MailSql.waiting(tx, id));
        if (waiting.isEmpty()) {
            return; // sent before the server died
        }
        MailSql.Waiting mail = waiting.get();
        try {
            smtp.send(mail.sender(), mail.recipient(), mail.content());
            Instant now = clock.instant();
            database.acrossStores(tx -> MailSql.sent(tx, id, now));
            LOG.infof("mail=%s sent", id.value());
        } catch (SmtpException e) {
            refused(which, mail, e);
        }
    }

    private void refused(Which which, MailSql.Waiting mail, SmtpException refusal) {
        Instant now = clock.instant();
        LOG.warnf(
                "mail=%s status=%s for_good=%s",
                which.mail(), refusal.status(), refusal.isForGood());
        boolean isTooLate = mail.createdAt().plus(GIVEN_UP_AFTER).isBefore(now);
        if (!refusal.isForGood() && !isTooLate) {
            throw new NotSentException(refusal.status());
        }
        database.acrossStores(
                tx -> MailSql.refused(tx, new MailId(which.mail()), refusal.status(), now));
    }
}
