package dev.shopbell.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.text.EmailAddress;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/// Whatever people, stores and files are called, a mail has the headers we wrote and no others.
class MimeTest {

    private static final String INJECTION = "Hello\r\nBcc: everybody@example.com\r\n\r\nBuy now";

    @Test
    void namesCannotBringHeadersAlong() throws Exception {
        InternetAddress from =
                new InternetAddress(
                        "chat@hearthlow.example", INJECTION, StandardCharsets.UTF_8.name());
        MailFile file = new MailFile(INJECTION + ".png", "image/png", new byte[] {1, 2, 3});

        MimeMessage mail = written(from, OneLine.of(INJECTION), MailHeaders.AUTOMATIC, file);

        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(jakarta.mail.Header::getName)
                .doesNotContain("Bcc");
        assertThat(mail.getAllRecipients())
                .containsExactly(new InternetAddress("anna@example.com"));
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(Collections.list(parts.getBodyPart(1).getAllHeaders()))
                .extracting(jakarta.mail.Header::getName)
                .doesNotContain("Bcc");
    }

    @Test
    void aFileArrivesAsItWasUnderItsName() throws Exception {
        byte[] bytes = new byte[100_000];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (at * 31);
        }
        MailFile file = new MailFile("Tasse für Łódź ☕.png", "image/png", bytes);

        MimeMessage mail =
                written(
                        new InternetAddress("chat@hearthlow.example"),
                        "Hello",
                        MailHeaders.AUTOMATIC,
                        file);

        jakarta.mail.BodyPart part = ((Multipart) mail.getContent()).getBodyPart(1);
        assertThat(part.getContentType()).startsWith("image/png");
        assertThat(MimeUtility.decodeText(part.getFileName())).isEqualTo("Tasse für Łódź ☕.png");
        assertThat(part.getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void aFileIsCalledAsRfc2231HasIt() throws Exception {
        String name = "Tasse \"für\" Łódź; ☕ und noch ein sehr langer Name dazu, bitte.png";
        InternetAddress from = new InternetAddress("chat@hearthlow.example");

        jakarta.mail.BodyPart part =
                ((Multipart)
                                written(
                                                from,
                                                "Hello",
                                                MailHeaders.AUTOMATIC,
                                                new MailFile(name, "image/png", new byte[] {1}))
                                        .getContent())
                        .getBodyPart(1);

        String header = part.getHeader("Content-Disposition")[0];
        assertThat(header)
                .contains("filename*0*=UTF-8''Tasse%20%22f%C3%BCr%22%20")
                .contains("filename*1*=")
                .doesNotContain("=?", "\"");
        assertThat(header.lines()).allMatch(line -> line.length() <= 76);
        assertThat(part.getFileName()).isEqualTo(name);
        assertThat(
                        ((Multipart)
                                        written(
                                                        from,
                                                        "Hello",
                                                        MailHeaders.AUTOMATIC,
                                                        new MailFile(
                                                                "cup.png",
                                                                "image/png",
                                                                new byte[] {1}))
                                                .getContent())
                                .getBodyPart(1)
                                .getHeader("Content-Disposition"))
                .containsExactly("attachment; filename=cup.png");
    }

    @Test
    void aHeaderIsOneLine() {
        assertThatThrownBy(() -> new MailHeaders(null, List.of(), Map.of("X-Name", INJECTION)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailHeaders(null, List.of(INJECTION), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDomainInOtherLettersIsWrittenAsMailServersKnowIt() throws Exception {
        assertThat(Mime.address(new EmailAddress("anna@bücher.example")).getAddress())
                .isEqualTo("anna@xn--bcher-kva.example");
    }

    private static MimeMessage written(
            InternetAddress from, String subject, MailHeaders headers, MailFile file)
            throws Exception {
        String content =
                Mime.write(
                        new Letter(
                                new EmailAddress("anna@example.com"),
                                subject,
                                "Hello",
                                "<p>Hello</p>",
                                "en",
                                null),
                        from,
                        "<1@hearthlow.example>",
                        Instant.parse("2026-11-16T09:00:00Z"),
                        headers,
                        List.of(file));
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }
}
