package dev.shopbell.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hands mails to mail servers.
@Singleton
final class Smtp {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");

    private final MailSessions sessions;
    private final Duration takesWithin;

    Smtp(MailSessions sessions, MailSettings settings) {
        this.sessions = sessions;
        this.takesWithin = settings.takesWithin();
    }

    /// Returns when the server has taken responsibility for this very content.
    void send(MailServer server, String sender, EmailAddress recipient, String content)
            throws SmtpException {
        AtomicBoolean isSaid = new AtomicBoolean();
        try {
            boolean _ =
                    Within.run(
                            takesWithin,
                            () -> handOver(server, sender, recipient, content, isSaid));
        } catch (MessagingException e) {
            throw refusal(e, isSaid.get());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw SmtpException.unreachable(isSaid.get());
        } catch (TimeoutException _) {
            throw SmtpException.unreachable(isSaid.get());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param isSaid becomes true as soon as the server may have the mail
    private boolean handOver(
            MailServer server,
            String sender,
            EmailAddress recipient,
            String content,
            AtomicBoolean isSaid)
            throws MessagingException {
        Session session = sessions.smtp(server);
        MailServer.Login login = server.login();
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    login == null ? null : login.user(),
                    login == null ? null : login.password());
            SMTPMessage message =
                    new SMTPMessage(session, new ByteArrayInputStream(content.getBytes(US_ASCII)));
            message.setEnvelopeFrom(sender);
            isSaid.set(true);
            transport.sendMessage(message, new InternetAddress[] {Mime.address(recipient)});
        } finally {
            leave(transport);
        }
        return true;
    }

    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Whatever was said about the mail stands.
            LOG.debugf("a mail server takes no leave: %s", e.getClass().getSimpleName());
        }
    }

    private static SmtpException refusal(MessagingException failure, boolean isSaid) {
        for (Exception cause = failure; cause != null; cause = next(cause)) {
            Refusal refusal = refusal(cause);
            if (refusal != null && refusal.status() > 0) {
                return refusal.said();
            }
        }
        return SmtpException.unreachable(isSaid);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static @Nullable Refusal refusal(Exception failure) {
        String answer = String.valueOf(failure.getMessage());
        return switch (failure) {
            case SMTPAddressFailedException e ->
                    new Refusal(e.getReturnCode(), e.getCommand(), answer);
            case SMTPSenderFailedException e ->
                    new Refusal(e.getReturnCode(), e.getCommand(), answer);
            // The whole of it says -1 when it is an address that was refused.
            case SMTPSendFailedException e ->
                    new Refusal(e.getReturnCode(), e.getCommand(), answer);
            default -> null;
        };
    }
}
