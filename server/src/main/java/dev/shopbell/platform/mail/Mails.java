package dev.shopbell.platform.mail;

import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.job.Jobs;
import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The one way for mail to leave. A mail is fixed, to the byte, in the transaction that made it
/// due, and leaves after that has committed; never if it does not.
@Singleton
public final class Mails {

    private final Jobs jobs;
    private final SendMail sendMail;
    private final Smtp smtp;
    private final @Nullable InternetAddress from;
    private final Ids ids;
    private final InstantSource clock;

    Mails(
            Jobs jobs,
            SendMail sendMail,
            Smtp smtp,
            MailSettings settings,
            Ids ids,
            InstantSource clock) {
        this.jobs = jobs;
        this.sendMail = sendMail;
        this.smtp = smtp;
        this.from = settings.from().flatMap(MailConfiguration::sender).orElse(null);
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this installation knows a mail server. Without one [#send] throws.
    public boolean canSend() {
        return smtp.isConfigured() && from != null;
    }

    /// A mail about an account.
    public MailId send(Handle tx, Letter letter) {
        if (from == null) {
            throw new IllegalStateException("no mail server is configured");
        }
        MailId id = new MailId(ids.next());
        Instant now = clock.instant();
        String sender = from.getAddress();
        String messageId = "<" + id.value() + sender.substring(sender.indexOf('@')) + ">";
        String content = Mime.write(letter, from, messageId, now);
        MailSql.insert(
                tx, id, messageId, new MailSql.Waiting(sender, letter.recipient(), content, now));
        jobs.schedule(tx, sendMail, id.value().toString(), new SendMail.Which(id.value()), now);
        return id;
    }
}
