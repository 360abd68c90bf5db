package dev.shopbell.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/// Writes a letter as RFC 5322 has it.
final class Mime {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Session WITHOUT_SERVER = Session.getInstance(new Properties());

    private Mime() {}

    /// All of it ASCII, lines ended by CR LF.
    static String write(Letter letter, InternetAddress from, String messageId, Instant at) {
        try {
            MimeMessage message = new Message(messageId);
            message.setFrom(from);
            message.setRecipient(
                    MimeMessage.RecipientType.TO, new InternetAddress(letter.recipient().value()));
            message.setSubject(letter.subject(), UTF_8);
            message.setSentDate(Date.from(at));
            message.setContentLanguage(new String[] {letter.language()});
            // RFC 3834: so that no holiday notice answers.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(
                    new MimeMultipart(
                            "alternative",
                            part(letter.text(), "plain"),
                            part(letter.html(), "html")));
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the letter cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /// Keeps the Message-ID it was given.
    private static final class Message extends MimeMessage {

        private final String id;

        Message(String id) {
            super(WITHOUT_SERVER);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
