package dev.shopbell.platform.mail;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.platform.job.NotNowException;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hands over mails that are fixed to the byte, each when it is its turn at the mail server. Once a
/// server takes mail, what waited for it comes soon, but not at once.
@Singleton
public final class Delivery {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    /// RFC 5321, 4.5.4.1, gives up after four or five days; what a mail says is old before.
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    /// A chat that waits for an hour because a server was away for one is no chat.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final Duration SHORTEST_TURN = Duration.ofSeconds(2);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

    /// Of what waited.
    private static final Duration APART = Duration.ofMillis(300);

    private final Smtp smtp;
    private final Database database;
    private final Jobs jobs;
    private final InstantSource clock;
    private final MailTurns turns = new MailTurns();

    Delivery(Smtp smtp, Database database, Jobs jobs, InstantSource clock) {
        this.smtp = smtp;
        this.database = database;
        this.jobs = jobs;
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
        record Taken(MailServer by) implements Outcome {}

        /// It never will.
        ///
        /// @param reason the server's status, `550`, or a word, `unreachable`
        record Refused(String reason) implements Outcome {}

        /// It is to be tried again.
        ///
        /// @param isPerhapsOut whether the server may have it all the same
        /// @param reason like that of a refusal; null when it was not even tried
        /// @param again what the job throws to be called again
        record PutOff(boolean isPerhapsOut, @Nullable String reason, RuntimeException again)
                implements Outcome {}
    }

    private static final class NotSentException extends RuntimeException {
        NotSentException(String status) {
            super(status, null, false, false);
        }
    }

    /// After so many attempts in a row that came to nothing.
    public static Duration waitAfter(Duration usual) {
        return usual.compareTo(LONGEST_WAIT) < 0 ? usual : LONGEST_WAIT;
    }

    /// Hands it over, if it is its turn. Whoever has noted that a mail is taken calls [#isBack].
    ///
    /// @param server null when there is none just now
    /// @param job which has the mail's id as its key
    public Outcome attempt(@Nullable MailServer server, Waiting mail, Job<?> job) {
        if (server == null) {
            return ended(mail, new SmtpException("not_configured", false, true));
        }
        MailTurns.Waiting waiting = new MailTurns.Waiting(job.name(), mail.id().value().toString());
        MailTurns.Turn turn = turns.take(server).orElse(null);
        if (turn == null) {
            turns.waits(server, waiting);
            return new Outcome.PutOff(false, null, new NotNowException(untilNextTurn(mail)));
        }
        boolean hasAnswered = false;
        try {
            smtp.send(server, mail.sender(), mail.recipient(), mail.content());
            hasAnswered = true;
            LOG.infof("mail=%s sent", mail.id().value());
        } catch (SmtpException e) {
            hasAnswered = !e.status().equals(SmtpException.UNREACHABLE);
            if (e.concernsTheServer()) {
                turns.waits(server, waiting);
            }
            return ended(mail, e);
        } finally {
            turn.over(hasAnswered);
        }
        return new Outcome.Taken(server);
    }

    private Outcome ended(Waiting mail, SmtpException e) {
        LOG.warnf("mail=%s status=%s for_good=%s", mail.id().value(), e.status(), e.isForGood());
        boolean isTooLate = mail.createdAt().plus(GIVEN_UP_AFTER).isBefore(clock.instant());
        return e.isForGood() || isTooLate
                ? new Outcome.Refused(e.status())
                : new Outcome.PutOff(
                        e.isPerhapsOut(), e.status(), new NotSentException(e.status()));
    }

    /// The longer it has waited, the longer it waits, and no two for the same time.
    private Duration untilNextTurn(Waiting mail) {
        Duration part = Duration.between(mail.createdAt(), clock.instant()).dividedBy(8);
        Duration least = part.compareTo(SHORTEST_TURN) < 0 ? SHORTEST_TURN : part;
        Duration wait = least.compareTo(LONGEST_TURN) < 0 ? least : LONGEST_TURN;
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis()));
    }

    /// A server takes mail: what waited for it comes soon, one after the other.
    public void isBack(MailServer server) {
        turns.waitedFor(server).stream()
                .collect(Collectors.groupingBy(MailTurns.Waiting::job))
                .forEach((job, mails) -> {
                    List<String> keys = mails.stream().map(MailTurns.Waiting::key).toList();
                    int hastened =
                            database.acrossStores(
                                    tx -> jobs.hastenInTurn(tx, job, keys, clock.instant(), APART));
                    LOG.infof("mails=%d hastened", hastened);
                });
    }
}
