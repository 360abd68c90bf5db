package dev.shopbell.platform.mail;

import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.job.Jobs;
import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The one way for mail about accounts to leave. A mail is fixed, to the byte, in the transaction
/// that made it due, and leaves after that has committed; never if it does not.
@Singleton
public final class Mails {

    private final Jobs jobs;
    private final SendMail sendMail;
    private final InstallationSmtp installation;
    private final Ids ids;
    private final InstantSource clock;

    Mails(
            Jobs jobs,
            SendMail sendMail,
            InstallationSmtp installation,
            Ids ids,
            InstantSource clock) {
        this.jobs = jobs;
        this.sendMail = sendMail;
        this.installation = installation;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this installation knows a mail server. Without one [#send] throws.
    public boolean canSend() {
        return installation.server().isPresent() && installation.from().isPresent();
    }

    /// A mail about an account.
    public MailId send(Handle tx, Letter letter) {
        InternetAddress from =
                installation
                        .from()
                        .orElseThrow(
                                () -> new IllegalStateException("no mail server is configured"));
        MailId id = new MailId(ids.next());
        Instant now = clock.instant();
        String sender = from.getAddress();
        String messageId = "<" + id.value() + sender.substring(sender.indexOf('@')) + ">";
        String content = Mime.write(letter, from, messageId, now, MailHeaders.AUTOMATIC, List.of());
        MailSql.insert(
                tx, messageId, new Delivery.Waiting(id, sender, letter.recipient(), content, now));
        jobs.schedule(tx, sendMail, id.value().toString(), new SendMail.Which(id.value()), now);
        return id;
    }
}
