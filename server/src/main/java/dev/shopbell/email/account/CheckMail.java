package dev.shopbell.email.account;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/// The mail of a test: from the store to itself.
///
/// @param recipient the sender, or the sender with a tag
/// @param token by which it is known again at the SMTP door
record CheckMail(AccountSettings settings, String id, String recipient, String token, Instant at) {

    /// Its Message-ID.
    String messageId() {
        return "<" + id + "@" + settings.domain() + ">";
    }

    SMTPMessage written(Session session) throws MessagingException {
        SMTPMessage mail = new Written(session, messageId());
        mail.setEnvelopeFrom(settings.fromAddress().value());
        mail.setFrom(from());
        mail.setRecipient(SMTPMessage.RecipientType.TO, new InternetAddress(recipient));
        mail.setSubject("A test of your store's e-mail", StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(at));
        mail.setHeader(EmailChecks.HEADER, token);
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(
                "Shopbell sent this to itself, to see whether mail leaves and comes back."
                        + " You can delete it.\n");
        mail.saveChanges();
        return mail;
    }

    private InternetAddress from() throws MessagingException {
        try {
            return new InternetAddress(
                    settings.fromAddress().value(),
                    settings.fromName(),
                    StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("this Java has no UTF-8", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }

    /// Keeps the Message-ID it was given.
    private static final class Written extends SMTPMessage {

        private final String id;

        Written(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
