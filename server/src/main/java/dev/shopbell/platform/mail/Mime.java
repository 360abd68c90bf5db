package dev.shopbell.platform.mail;

import dev.shopbell.platform.text.EmailAddress;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Writes a letter as RFC 5322 has it.
public final class Mime {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Session WITHOUT_SERVER = Session.getInstance(new Properties());

    private static final int LONGEST_LINE = 54;

    /// What needs no quotes and no code in a parameter: RFC 2231, 7.
    private static final String PLAIN = "[A-Za-z0-9!#$&+.^_`{}~-]+";

    private Mime() {}

    /// All of it ASCII, lines ended by CR LF.
    public static String write(
            Letter letter,
            InternetAddress from,
            String messageId,
            Instant at,
            MailHeaders headers,
            List<MailFile> files) {
        try {
            MimeMessage message = new Message(messageId);
            message.setFrom(from);
            message.setRecipient(MimeMessage.RecipientType.TO, address(letter.recipient()));
            message.setSubject(letter.subject(), UTF_8);
            message.setSentDate(Date.from(at));
            message.setContentLanguage(new String[] {letter.language()});
            write(message, headers);
            message.setContent(files.isEmpty() ? words(letter) : withFiles(letter, files));
            message.saveChanges();
            return text(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the letter cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same mail, from somebody else; nobody must have it yet.
    public static String readdressed(String content, InternetAddress from, String messageId) {
        try {
            MimeMessage message =
                    new MimeMessage(
                            WITHOUT_SERVER,
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
            message.setFrom(from);
            message.setHeader("Message-ID", messageId);
            return text(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the mail cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    /// As mail servers spell it: of a domain in other letters than a to z its ASCII form.
    static InternetAddress address(EmailAddress address) throws AddressException {
        int at = address.value().lastIndexOf('@');
        try {
            return new InternetAddress(
                    address.value().substring(0, at + 1)
                            + IDN.toASCII(address.value().substring(at + 1)));
        } catch (IllegalArgumentException _) {
            throw new AddressException("no domain");
        }
    }

    private static void write(MimeMessage message, MailHeaders headers) throws MessagingException {
        if (headers.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {headers.replyTo()});
        }
        if (!headers.references().isEmpty()) {
            message.setHeader("In-Reply-To", headers.references().getLast());
            // Folded: a line of a mail has an end, the threads of people do not.
            message.setHeader("References", String.join("\r\n ", headers.references()));
        }
        for (Map.Entry<String, String> header : headers.more().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
    }

    private static MimeMultipart words(Letter letter) throws MessagingException {
        return new MimeMultipart("alternative", part(letter.text(), "plain"), html(letter));
    }

    private static MimeBodyPart html(Letter letter) throws MessagingException {
        MimeBodyPart html = part(letter.html(), "html");
        InlinePicture picture = letter.picture();
        if (picture == null) {
            return html;
        }
        MimeBodyPart shown = new MimeBodyPart();
        shown.setDataHandler(
                new DataHandler(new ByteArrayDataSource(picture.bytes(), picture.mediaType())));
        shown.setContentID("<" + picture.contentId() + ">");
        shown.setDisposition(Part.INLINE);
        shown.setHeader("Content-Transfer-Encoding", "base64");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("related", html, shown));
        return both;
    }

    private static MimeMultipart withFiles(Letter letter, List<MailFile> files)
            throws MessagingException, IOException {
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(words(letter));
        MimeMultipart all = new MimeMultipart("mixed", words);
        for (MailFile file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
            part.setHeader("Content-Type", file.mediaType() + named("name", file.name()));
            part.setHeader("Content-Disposition", Part.ATTACHMENT + named("filename", file.name()));
            part.setHeader("Content-Transfer-Encoding", "base64");
            all.addBodyPart(part);
        }
        return all;
    }

    /// The parameter of a header by RFC 2231: in other letters, as bytes that say what they are, in
    /// lines of a length that every mail server passes on.
    private static String named(String parameter, String value) {
        if (value.matches(PLAIN) && value.length() <= LONGEST_LINE) {
            return "; %s=%s".formatted(parameter, value);
        }
        List<String> lines = lines("UTF-8''", value);
        if (lines.size() == 1) {
            return ";\r\n %s*=%s".formatted(parameter, lines.getFirst());
        }
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            all.append(";\r\n %s*%d*=%s".formatted(parameter, at, lines.get(at)));
        }
        return all.toString();
    }

    private static List<String> lines(String beginning, String value) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(beginning);
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            String letter = Character.toString(each & 0xff);
            line.append(letter.matches(PLAIN) ? letter : "%%%02X".formatted(each & 0xff));
            if (line.length() > LONGEST_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
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
