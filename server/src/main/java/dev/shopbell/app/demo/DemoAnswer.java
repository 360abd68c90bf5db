package dev.shopbell.app.demo;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/// What somebody answers on the mailbox's page.
///
/// @param id the Message-ID of the mail it answers
record DemoAnswer(String id, String text, List<File> files) {

    /// By which the page knows mails that were written on it.
    static final String MARK = "X-Demo-Answer";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    DemoAnswer {
        files = List.copyOf(files);
    }

    /// `content` is in base64.
    record File(String name, String type, String content) {}

    /// As a mail program writes it: to where the mail wants its answers, with what is answered
    /// quoted below.
    MimeMessage to(MimeMessage mail, String quoted, Instant at) throws MessagingException {
        MimeMessage answer = new MimeMessage(Session.getInstance(new Properties()));
        InternetAddress me = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
        answer.setFrom(me);
        answer.setRecipients(Message.RecipientType.TO, mail.getReplyTo());
        answer.setSubject("Re: " + mail.getSubject().replaceFirst("(?i)^re: *", ""), UTF_8);
        answer.setHeader("In-Reply-To", mail.getMessageID());
        answer.setHeader("References", references(mail));
        answer.setHeader(MARK, "yes");
        answer.setSentDate(Date.from(at));
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text + "\n\n" + head(mail) + quotation(quoted), UTF_8);
        parts.addBodyPart(words);
        for (File file : files) {
            parts.addBodyPart(part(file));
        }
        answer.setContent(parts);
        answer.saveChanges();
        return answer;
    }

    private static String references(MimeMessage mail) throws MessagingException {
        String[] before = mail.getHeader("References");
        return before == null ? mail.getMessageID() : before[0] + " " + mail.getMessageID();
    }

    private static String head(MimeMessage mail) throws MessagingException {
        Date sent = mail.getSentDate();
        String from = ((InternetAddress) mail.getFrom()[0]).toUnicodeString();
        return sent == null ? from + " wrote:\n" : "On %tc %s wrote:%n".formatted(sent, from);
    }

    private static String quotation(String text) {
        return text.lines().map(line -> "> " + line + "\n").reduce("", String::concat);
    }

    private static MimeBodyPart part(File file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                Base64.getDecoder().decode(file.content()), file.type())));
        part.setFileName(file.name());
        return part;
    }

    @Override
    public String toString() {
        return "***";
    }
}
