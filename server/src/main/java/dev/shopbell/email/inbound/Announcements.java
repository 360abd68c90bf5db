package dev.shopbell.email.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jboss.logging.Logger;

/// What a mail server says has come into a folder. Whoever reads the folder is woken by it however
/// early it is said.
///
/// A folder ends its IDLE by itself only for what it hears meanwhile. What comes in the answer to
/// another command, or between IDLE and its `+` (a client takes it at any time: RFC 3501, 7), is
/// counted and wakes nobody; the mail would lie there until the connection is made anew.
final class Announcements extends MessageCountAdapter {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    /// Between a look that ended too early and IDLE there is a moment that no lock covers.
    private static final long AGAIN_MILLIS = 50;

    private final IMAPFolder folder;

    /// Open while something was said that no look has begun after.
    private final AtomicReference<CountDownLatch> unheard =
            new AtomicReference<>(new CountDownLatch(0));

    Announcements(IMAPFolder folder) {
        this.folder = folder;
    }

    /// To be called before a look: it finds what was said so far.
    void hear() {
        unheard.get().countDown();
    }

    boolean isUnheard() {
        return unheard.get().getCount() > 0;
    }

    @Override
    public void messagesAdded(MessageCountEvent event) {
        CountDownLatch said = new CountDownLatch(1);
        unheard.set(said);
        try {
            do {
                // Every command ends IDLE first.
                folder.doCommand(protocol -> {
                    protocol.noop();
                    return null;
                });
            } while (!said.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (MessagingException | IllegalStateException e) {
            // Closed by now: it is opened again and read from the start.
            LOG.debugf("a mailbox is not woken: %s", e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
