package dev.shopbell.email.account;

import dev.shopbell.email.account.StepResult.State;
import dev.shopbell.platform.mail.MailReach;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailSessions;
import dev.shopbell.platform.mail.MailSettings;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out whether a store's mail leaves and comes back, and if not, at which step and why.
@Singleton
final class Doctor {

    /// Time for the second mail once the first is there: they left together.
    private static final Duration AFTER_THE_FIRST = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final MailSessions sessions;
    private final MailReach reach;
    private final SenderDomain domains;
    private final InstantSource clock;
    private final Duration wait;

    Doctor(MailSessions sessions, MailReach reach, InstantSource clock, MailSettings settings) {
        this.sessions = sessions;
        this.reach = reach;
        this.domains = new SenderDomain(new Dns(settings.nameServers()));
        this.clock = clock;
        this.wait = settings.testWaits();
    }

    /// The two mails of a test.
    record Pair(CheckMail plain, CheckMail plus) {}

    /// Says which mails of these are there by now, and the signatures each bears.
    interface Arrivals {
        Map<String, List<String>> of(Set<String> messageIds) throws CheckFailedException;
    }

    /// Our own door, for mail that is forwarded.
    ///
    /// @param address where it is forwarded to; null where mail comes to the door as it is
    record Door(@Nullable EmailAddress address, Arrivals arrivals) {}

    void examine(AccountSettings settings, Pair mails, Door door, CheckProgress progress) {
        Sent sent = send(settings, mails, progress);
        List<String> signatures = List.of();
        MailServer.Folder folder = settings.folder();
        if (folder != null) {
            signatures = fetch(settings, folder, mails, sent, progress);
        } else if (settings.arrival() == Arrival.FORWARDING) {
            progress.set(StepResult.of(CheckStep.FORWARD_NAME, State.RUNNING));
            progress.set(domains.forwardName(door.address()));
            signatures =
                    new Waiting(settings, mails, sent, progress)
                            .untilReturned(door.arrivals(), null);
        }
        boolean isBack =
                progress.results().stream()
                        .anyMatch(result ->
                                result.step() == CheckStep.RETURNED && result.state() == State.OK);
        progress.set(StepResult.of(CheckStep.SPF, State.RUNNING));
        progress.set(domains.spf(settings));
        // Who only sends cannot see what a mail looks like when it arrives.
        StepResult dkim =
                isBack && folder != null
                        ? SenderDomain.dkim(settings, signatures)
                        : StepResult.of(CheckStep.DKIM, State.SKIPPED);
        progress.set(dkim);
        progress.set(StepResult.of(CheckStep.DMARC, State.RUNNING));
        progress.set(domains.dmarc(settings, dkim.state() != State.WARNING));
    }

    /// @param plusRefusal why the second mail was not taken; null when it was
    private record Sent(boolean plain, @Nullable CheckFailedException plusRefusal) {}

    private Sent send(AccountSettings settings, Pair mails, CheckProgress progress) {
        boolean isOpen =
                probe(
                        settings.smtp(),
                        ServerProbe.Dialect.SMTP,
                        List.of(CheckStep.SMTP_NAME, CheckStep.SMTP_CONNECT, CheckStep.SMTP_SECURE),
                        progress);
        try (SmtpTrial trial = new SmtpTrial(settings.smtp(), sessions)) {
            boolean isIn = progress.attempt(CheckStep.SMTP_LOGIN, isOpen, trial::signIn);
            boolean isSent =
                    progress.attempt(CheckStep.SMTP_SEND, isIn, () -> trial.send(mails.plain()));
            return new Sent(isSent, isSent ? sendAnother(trial, mails.plus()) : null);
        }
    }

    private static @Nullable CheckFailedException sendAnother(SmtpTrial trial, CheckMail mail) {
        try {
            trial.send(mail);
            return null;
        } catch (CheckFailedException e) {
            return e;
        }
    }

    /// Whether one may sign in. Says so too when everybody could listen.
    private boolean probe(
            MailServer server,
            ServerProbe.Dialect dialect,
            List<CheckStep> steps,
            CheckProgress progress) {
        try (ServerProbe probe =
                new ServerProbe(server, dialect, reach, TlsHandshake.usual(clock))) {
            boolean isKnown = progress.attempt(steps.get(0), true, probe::lookUp);
            boolean isThere = progress.attempt(steps.get(1), isKnown, probe::connect);
            boolean isSecure = progress.attempt(steps.get(2), isThere, probe::secure);
            if (isSecure && server.security() == MailServer.Security.NONE) {
                progress.set(StepResult.warning(steps.get(2), "not_encrypted"));
            }
            return isSecure;
        } catch (IOException _) {
            return true; // while closing
        }
    }

    private List<String> fetch(
            AccountSettings settings,
            MailServer.Folder folder,
            Pair mails,
            Sent sent,
            CheckProgress progress) {
        boolean isOpen =
                probe(
                        folder.server(),
                        ServerProbe.Dialect.IMAP,
                        List.of(CheckStep.IMAP_NAME, CheckStep.IMAP_CONNECT, CheckStep.IMAP_SECURE),
                        progress);
        try (ImapTrial trial = new ImapTrial(folder, sessions)) {
            boolean isIn = progress.attempt(CheckStep.IMAP_LOGIN, isOpen, trial::signIn);
            boolean isReady = progress.attempt(CheckStep.IMAP_FOLDER, isIn, trial::openFolder);
            Waiting waiting =
                    new Waiting(
                            settings,
                            mails,
                            new Sent(sent.plain() && isReady, sent.plusRefusal()),
                            progress);
            return waiting.untilReturned(trial::arrived, trial::isInJunk);
        }
    }

    /// Looks in places where mail does not belong.
    private interface Elsewhere {
        boolean has(Set<String> messageIds);
    }

    /// For the mails to come back.
    private final class Waiting {

        private final AccountSettings settings;
        private final Pair mails;
        private final Sent sent;
        private final CheckProgress progress;
        private final Map<String, List<String>> arrived = new HashMap<>();

        Waiting(AccountSettings settings, Pair mails, Sent sent, CheckProgress progress) {
            this.settings = settings;
            this.mails = mails;
            this.sent = sent;
            this.progress = progress;
        }

        /// The signatures of the first mail.
        List<String> untilReturned(Arrivals arrivals, @Nullable Elsewhere elsewhere) {
            if (!sent.plain()) {
                progress.set(StepResult.of(CheckStep.RETURNED, State.SKIPPED));
                progress.set(StepResult.of(CheckStep.PLUS_RETURNED, State.SKIPPED));
                return List.of();
            }
            String plain = mails.plain().messageId();
            progress.set(StepResult.of(CheckStep.RETURNED, State.RUNNING));
            try {
                boolean isBack = await(arrivals, plain, wait);
                progress.set(
                        isBack ? StepResult.of(CheckStep.RETURNED, State.OK) : lost(elsewhere));
                progress.set(StepResult.of(CheckStep.PLUS_RETURNED, State.RUNNING));
                progress.set(plusResult(arrivals, isBack));
            } catch (CheckFailedException e) {
                progress.set(e.at(CheckStep.RETURNED));
                progress.set(StepResult.of(CheckStep.PLUS_RETURNED, State.SKIPPED));
            }
            return arrived.getOrDefault(plain, List.of());
        }

        private StepResult lost(@Nullable Elsewhere elsewhere) {
            boolean isJunk =
                    elsewhere != null
                            && elsewhere.has(
                                    Set.of(mails.plain().messageId(), mails.plus().messageId()));
            String notFound =
                    settings.arrival() == Arrival.FORWARDING ? "not_forwarded" : "not_returned";
            return new CheckFailedException(isJunk ? "in_junk" : notFound).at(CheckStep.RETURNED);
        }

        private StepResult plusResult(Arrivals arrivals, boolean isBack)
                throws CheckFailedException {
            CheckStep step = CheckStep.PLUS_RETURNED;
            if (!isBack) {
                return StepResult.of(step, State.SKIPPED);
            }
            Duration patience = AFTER_THE_FIRST.compareTo(wait) < 0 ? AFTER_THE_FIRST : wait;
            boolean works =
                    sent.plusRefusal() == null
                            && await(arrivals, mails.plus().messageId(), patience);
            if (works) {
                return settings.plusAddressing()
                        ? StepResult.of(step, State.OK)
                        : StepResult.warning(step, "plus_works");
            }
            return settings.plusAddressing()
                    ? new CheckFailedException("plus_not_returned").at(step)
                    : StepResult.of(step, State.SKIPPED);
        }

        private boolean await(Arrivals arrivals, String messageId, Duration patience)
                throws CheckFailedException {
            Instant end = clock.instant().plus(patience);
            Set<String> wanted =
                    new HashSet<>(Set.of(mails.plain().messageId(), mails.plus().messageId()));
            while (!arrived.containsKey(messageId)) {
                wanted.removeAll(arrived.keySet());
                arrived.putAll(look(arrivals, Set.copyOf(wanted)));
                if (!arrived.containsKey(messageId) && !sleep(end)) {
                    return false;
                }
            }
            return true;
        }

        private static Map<String, List<String>> look(Arrivals arrivals, Set<String> wanted)
                throws CheckFailedException {
            try {
                return Within.run(Duration.ofSeconds(30), () -> arrivals.of(wanted));
            } catch (CheckFailedException e) {
                throw e;
            } catch (Exception _) {
                throw new CheckFailedException("hung_up");
            }
        }

        /// False when the time is over.
        private boolean sleep(Instant end) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
                return clock.instant().isBefore(end);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
