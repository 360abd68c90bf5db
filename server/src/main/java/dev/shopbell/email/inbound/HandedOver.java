package dev.shopbell.email.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/// One mail that another server hands over. It waits in a file until it is whole, so that however
/// many come however slowly, they take no memory.
final class HandedOver implements MessageHandler {

    static final int MOST_BYTES = 26_214_400;

    /// Whoever sends as much is not heard to the end.
    private static final long ENOUGH_BYTES = 4L * MOST_BYTES;

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    private static final int NO_SUCH_MAILBOX = 550;
    private static final int TOO_LARGE = 552;
    private static final int LATER = 451;
    private static final int PART = 64 * 1024;

    private final InboundMails mails;
    private final List<String> recipients = new ArrayList<>();

    HandedOver(InboundMails mails) {
        this.mails = mails;
    }

    /// What the envelope says of its sender proves nothing.
    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String recipient) throws RejectException {
        if (!accepts(recipient)) {
            throw new RejectException(NO_SUCH_MAILBOX, "5.1.1 There is no such mailbox here");
        }
        recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        Path file = Files.createTempFile("shopbell-mail", ".eml");
        try {
            spool(data, file);
            answer(taken(file));
            return null;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void done() {}

    private boolean accepts(String recipient) throws RejectException {
        try {
            return mails.isFor(recipient);
        } catch (RuntimeException e) {
            LOG.warnf("door recipient failed: %s", e.getClass().getSimpleName());
            throw later();
        }
    }

    private static void spool(InputStream data, Path file) throws RejectException, IOException {
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] part = new byte[PART];
            for (int length = data.read(part); length >= 0; length = data.read(part)) {
                size += length;
                if (size <= MOST_BYTES) {
                    out.write(part, 0, length);
                } else if (size > ENOUGH_BYTES) {
                    throw new DropConnectionException(TOO_LARGE, "5.3.4 That is too large");
                }
            }
        }
        if (size > MOST_BYTES) {
            throw new RejectException(TOO_LARGE, "5.3.4 A mail may have 25 MiB at most");
        }
    }

    private Became taken(Path file) throws RejectException, IOException {
        try (InputStream mail = Files.newInputStream(file)) {
            return mails.take(null, recipients, mail);
        } catch (RuntimeException e) {
            LOG.errorf("door failed: %s", e.toString());
            throw later();
        }
    }

    private static void answer(Became became) throws RejectException {
        switch (became) {
            case TAKEN, KNOWN, DROPPED, LEFT -> LOG.debug("door took a mail");
            case NOT_OURS ->
                    throw new RejectException(
                            NO_SUCH_MAILBOX, "5.1.1 There is no such mailbox here");
            case COME_AGAIN -> throw later();
        }
    }

    private static RejectException later() {
        return new RejectException(LATER, "4.3.2 Please try again later");
    }
}
