package dev.shopbell.platform.mail;

import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hands over mails that are fixed to the byte, each when it is its turn at the mail server.
@Singleton
public final class Delivery {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    /// RFC 5321, 4.5.4.1, gives up after four or five days; what a mail says is old before.
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final Smtp smtp;
    private final InstantSource clock;
    private final MailTurns turns = new MailTurns();

    Delivery(Smtp smtp, InstantSource clock) {
        this.smtp = smtp;
        this.clock = clock;
    }

    /// A mail that has not ended.
    ///
    /// @param sender of the envelope: where a bounce goes
    /// @param content RFC 5322, in ASCII
    public record Waiting(
            MailId id, String sender, EmailAddress recipient, String content, Instant createdAt) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// How an attempt ended.
    public sealed interface Outcome {

        /// The server has the mail.
        record Taken() implements Outcome {}

        /// It never will.
        ///
        /// @param reason the server's status, `550`, or a word, `unreachable`
        record Refused(String reason) implements Outcome {}

        /// It is to be tried again.
        ///
        /// @param isPerhapsOut whether the server may have it all the same
        /// @param again what the job throws to be called again
        record PutOff(boolean isPerhapsOut, RuntimeException again) implements Outcome {}
    }

    private static final class NotSentException extends RuntimeException {
        NotSentException(String status) {
            super(status, null, false, false);
        }
    }

    /// Hands it over, if it is its turn.
    ///
    /// @param server null when there is none just now
    public Outcome attempt(@Nullable MailServer server, Waiting mail) {
        try {
            send(server, mail);
            LOG.infof("mail=%s sent", mail.id().value());
            return new Outcome.Taken();
        } catch (NotSentException e) {
            return new Outcome.PutOff(false, e);
        } catch (SmtpException e) {
            LOG.warnf(
                    "mail=%s status=%s for_good=%s", mail.id().value(), e.status(), e.isForGood());
            boolean isTooLate = mail.createdAt().plus(GIVEN_UP_AFTER).isBefore(clock.instant());
            return e.isForGood() || isTooLate
                    ? new Outcome.Refused(e.status())
                    : new Outcome.PutOff(e.isPerhapsOut(), new NotSentException(e.status()));
        }
    }

    private void send(@Nullable MailServer server, Waiting mail) throws SmtpException {
        if (server == null) {
            throw new SmtpException("not_configured", false);
        }
        MailTurns.Turn turn =
                turns.take(server).orElseThrow(() -> new NotSentException("not_its_turn"));
        boolean hasAnswered = false;
        try {
            smtp.send(server, mail.sender(), mail.recipient(), mail.content());
            hasAnswered = true;
        } catch (SmtpException e) {
            hasAnswered = !e.status().equals(SmtpException.UNREACHABLE);
            throw e;
        } finally {
            turn.over(hasAnswered);
        }
    }
}
