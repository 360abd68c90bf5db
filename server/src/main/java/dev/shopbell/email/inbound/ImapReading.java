package dev.shopbell.email.inbound;

import dev.shopbell.email.account.Mailbox;
import dev.shopbell.email.inbound.MailboxPositionSql.Position;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.OutageException;
import dev.shopbell.platform.mail.MailServer;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads one mailbox on a thread of its own until it is stopped: what is there, then what the
/// server says has come (IDLE, RFC 2177), else what a look every half minute finds.
///
/// To be taken is what has a UID above the last one read, and of the last days what nobody has
/// seen. What was taken is marked as seen afterwards, so a server that dies in between meets it
/// again, and recognises it. What somebody sends too much of waits, and everybody else's is taken.
final class ImapReading {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    private static final Duration LOOKED_EVERY = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final Duration UNSEEN_FOR = Duration.ofDays(7);
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_ATTEMPTS = 3;

    /// Longer than servers stay silent while they IDLE; a dead connection is noticed after it.
    private static final Duration SILENT_FOR = Duration.ofMinutes(4);

    /// What a look has not taken.
    private enum Left {
        NOTHING,
        /// A look a while later finds it.
        FOR_LATER,
        /// The next look takes it.
        MORE
    }

    private final Mailbox mailbox;
    private final Session session;
    private final MailTaker taker;
    private final Database database;
    private final InstantSource clock;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<Long, Integer> failures = new HashMap<>();
    private final Set<Long> leftAlone = new HashSet<>();
    private final Postponed postponed;
    private long validity;
    private volatile @Nullable IMAPStore open;

    ImapReading(
            Mailbox mailbox,
            Session session,
            MailTaker taker,
            Database database,
            InstantSource clock) {
        this.mailbox = mailbox;
        this.session = session;
        this.taker = taker;
        this.database = database;
        this.clock = clock;
        this.postponed = new Postponed(clock);
        session.getProperties().setProperty("mail.imap.timeout", "" + SILENT_FOR.toMillis());
    }

    /// The thread that reads; it has ended some time after [#stop()].
    Thread start() {
        return Thread.ofVirtual().name("mailbox").start(this::run);
    }

    /// Ends soon; what is being taken is taken to its end.
    void stop() {
        stopped.countDown();
        IMAPStore store = open;
        if (store != null) {
            Thread.ofVirtual().start(() -> close(store));
        }
    }

    private void run() {
        Duration wait = FIRST_WAIT;
        while (!isStopped(Duration.ZERO)) {
            long begun = System.nanoTime();
            try {
                readUntilCutOff();
            } catch (MessagingException | IOException | RuntimeException e) {
                // The server's own words may quote whom it is about.
                LOG.warnf(
                        "mailbox=%s cut_off=%s again_in=%s",
                        mailbox.name(), e.getClass().getSimpleName(), wait);
            }
            boolean worked = System.nanoTime() - begun > LONGEST_WAIT.toNanos();
            wait = worked ? FIRST_WAIT : wait;
            if (isStopped(wait)) {
                return;
            }
            wait =
                    wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0
                            ? wait.multipliedBy(2)
                            : LONGEST_WAIT;
        }
    }

    private void readUntilCutOff() throws MessagingException, IOException {
        try (IMAPStore store = connected()) {
            open = store;
            if (store.getFolder(mailbox.folder()) instanceof IMAPFolder folder) {
                Announcements announced = new Announcements(folder);
                folder.addMessageCountListener(announced);
                folder.open(Folder.READ_WRITE);
                boolean idles = store.hasCapability("IDLE");
                while (!isStopped(Duration.ZERO)) {
                    announced.hear();
                    Left left = look(folder);
                    if (announced.isUnheard() || left == Left.MORE) {
                        continue;
                    }
                    if (idles && left == Left.NOTHING) {
                        folder.idle(true);
                    } else if (isStopped(LOOKED_EVERY)) {
                        return;
                    }
                }
            }
        } catch (FolderClosedException e) {
            // The silence was long enough to begin again.
            LOG.debugf("mailbox=%s closed", mailbox.name());
        } finally {
            open = null;
        }
    }

    private IMAPStore connected() throws MessagingException {
        MailServer server = mailbox.server();
        if (session.getStore("imap") instanceof IMAPStore store) {
            MailServer.Login login = server.login();
            store.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    login == null ? null : login.password());
            return store;
        }
        throw new IllegalStateException("the session is for something else than IMAP");
    }

    private Left look(IMAPFolder folder) throws MessagingException, IOException {
        validity = validityOf(folder);
        Optional<Position> kept =
                database.acrossStores(tx -> MailboxPositionSql.find(tx, mailbox.name()))
                        .filter(position -> position.uidValidity() == validity);
        // Of a mailbox that is met for the first time only what nobody has seen.
        Position known = kept.orElse(new Position(validity, folder.getUIDNext() - 1));
        long last = known.lastUid();
        SortedMap<Long, Message> waiting = waiting(folder, known);
        boolean isMore = waiting.size() > MOST_AT_ONCE;
        boolean isAll = true;
        for (Map.Entry<Long, Message> each :
                waiting.entrySet().stream().limit(MOST_AT_ONCE).toList()) {
            if (isStopped(Duration.ZERO)) {
                return Left.MORE;
            }
            isAll &= taken(each.getKey(), each.getValue());
            last = Math.max(last, each.getKey());
        }
        Position reached = new Position(validity, last);
        if (!kept.equals(Optional.of(reached))) {
            database.acrossStores(
                    tx -> MailboxPositionSql.save(tx, mailbox.name(), reached, clock.instant()));
        }
        if (isMore) {
            return Left.MORE;
        }
        return isAll && postponed.isEmpty() ? Left.NOTHING : Left.FOR_LATER;
    }

    private long validityOf(IMAPFolder folder) throws MessagingException {
        long now = folder.getUIDValidity();
        if (now != validity) {
            failures.clear();
            leftAlone.clear();
            postponed.clear();
        }
        return now;
    }

    private SortedMap<Long, Message> waiting(IMAPFolder folder, Position known)
            throws MessagingException {
        SortedMap<Long, Message> waiting = new TreeMap<>();
        add(waiting, folder, folder.getMessagesByUID(known.lastUid() + 1, UIDFolder.LASTUID));
        // A range up to the last one has that one, however far it was read.
        waiting.keySet().removeIf(uid -> uid <= known.lastUid());
        Date since = Date.from(clock.instant().minus(UNSEEN_FOR));
        add(
                waiting,
                folder,
                folder.search(
                        new AndTerm(
                                new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                                new ReceivedDateTerm(ComparisonTerm.GE, since))));
        waiting.keySet().removeAll(leftAlone);
        postponed.keepOnly(waiting.keySet());
        waiting.keySet().removeIf(postponed::waits);
        return waiting;
    }

    private static void add(Map<Long, Message> waiting, IMAPFolder folder, Message[] found)
            throws MessagingException {
        // One command for all of them.
        FetchProfile uids = new FetchProfile();
        uids.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(found, uids);
        for (Message message : Arrays.asList(found)) {
            if (message != null) {
                waiting.put(folder.getUID(message), message);
            }
        }
    }

    /// False when it is to be met again. A bug that one mail meets does not keep the others out.
    private boolean taken(long uid, Message message) throws MessagingException, IOException {
        Became became;
        try (InputStream raw = rawOf(message)) {
            became = taker.take(mailbox.store(), List.of(), raw);
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            int attempts = failures.merge(uid, 1, Integer::sum);
            LOG.errorf(e, "mailbox=%s uid=%d attempts=%d", mailbox.name(), uid, attempts);
            if (attempts >= MOST_ATTEMPTS) {
                leftAlone.add(uid);
            }
            return attempts >= MOST_ATTEMPTS;
        }
        switch (became) {
            case TAKEN, KNOWN, DROPPED -> message.setFlag(Flags.Flag.SEEN, true);
            case LEFT, NOT_OURS -> leftAlone.add(uid);
            case COME_AGAIN -> postponed.add(uid);
        }
        return became != Became.COME_AGAIN;
    }

    /// Reading is not looking: only what was taken counts as seen.
    private static InputStream rawOf(Message message) throws MessagingException {
        if (message instanceof IMAPMessage mail) {
            mail.setPeek(true);
            return mail.getMimeStream();
        }
        throw new IllegalStateException("a folder of IMAP has something else");
    }

    private boolean isStopped(Duration within) {
        try {
            return stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            LOG.debugf("a mailbox does not close: %s", e.getClass().getSimpleName());
        }
    }
}
