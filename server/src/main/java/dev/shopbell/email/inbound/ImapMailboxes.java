package dev.shopbell.email.inbound;

import dev.shopbell.email.account.Incoming;
import dev.shopbell.email.account.Mailbox;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.job.Ticker;
import dev.shopbell.platform.mail.MailSessions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Has every mailbox read that mail for a store comes to, and stops when one is there no more.
/// Several nodes may read the same one: a mail is taken once.
@Singleton
public final class ImapMailboxes {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);

    private final Incoming incoming;
    private final MailSessions sessions;
    private final InboundMails mails;
    private final Database database;
    private final InstantSource clock;

    /// Guarded by itself: the ticker's thread and those that start and stop the server.
    private final Map<Mailbox, ImapReading> readings = new HashMap<>();

    ImapMailboxes(
            Incoming incoming,
            MailSessions sessions,
            InboundMails mails,
            Database database,
            InstantSource clock) {
        this.incoming = incoming;
        this.sessions = sessions;
        this.mails = mails;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, Ticker ticker) {
        compare();
        ticker.every(ASKED_EVERY, "mailboxes", this::compare);
    }

    void stop(@Observes ShutdownEvent ending) {
        synchronized (readings) {
            readings.values().forEach(ImapReading::stop);
            readings.clear();
        }
    }

    private void compare() {
        Set<Mailbox> wanted = new HashSet<>(incoming.mailboxes());
        synchronized (readings) {
            readings.entrySet()
                    .removeIf(each -> {
                        boolean isGone = !wanted.contains(each.getKey());
                        if (isGone) {
                            each.getValue().stop();
                        }
                        return isGone;
                    });
            wanted.forEach(mailbox -> readings.computeIfAbsent(mailbox, this::begun));
        }
    }

    private ImapReading begun(Mailbox mailbox) {
        ImapReading reading =
                new ImapReading(
                        mailbox, sessions.imap(mailbox.server()), mails::take, database, clock);
        reading.start();
        return reading;
    }
}
