package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// However large a mail is and however it is built, so much of it is read and no more.
class MailLimitsTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void ofFiftyMegabytesNoMoreThanTheLimitIsRead() throws IOException {
        try (Endless stream =
                new Endless(
                        "From: a@example.net\nContent-Type: application/pdf\n\n", "0123456789\n")) {
            ParsedMail mail = ParsedMail.read(stream, Limits.STANDARD);

            assertThat(stream.given).isBetween(26_214_400L, 26_214_401L);
            assertThat(mail.problems())
                    .containsExactlyInAnyOrder(
                            MailProblem.TOO_LARGE, MailProblem.ATTACHMENT_TOO_LARGE);
            MailAttachment attachment = mail.attachments().getFirst();
            assertThat(attachment.content()).hasSize(MEGABYTE + 1);
            assertThat(attachment.size()).isGreaterThan(26_000_000);
            assertThat(attachment.isWhole()).isFalse();
        }
    }

    @Test
    void aTextWithoutEndIsCut() throws IOException {
        try (Endless stream = new Endless("From: a@example.net\n\n", "word word word\n")) {
            ParsedMail mail = ParsedMail.read(stream, Limits.STANDARD);

            assertThat(mail.text()).hasSizeLessThanOrEqualTo(Limits.STANDARD.textBytes());
            assertThat(mail.problems()).contains(MailProblem.TOO_LARGE, MailProblem.TEXT_TOO_LONG);
            assertThat(QuotedReply.of(mail).isCut()).isTrue();
        }
    }

    @Test
    void headersWithoutEndAreNotKept() throws IOException {
        try (Endless stream = new Endless("From: a@example.net\n", "X-More: and more\n")) {
            ParsedMail mail = ParsedMail.read(stream, Limits.STANDARD);

            assertThat(stream.given).isLessThan(MEGABYTE);
            assertThat(mail.from()).hasSize(1);
            assertThat(mail.problems()).containsExactly(MailProblem.HEADERS_TOO_LARGE);
        }
    }

    @Test
    void aHeaderWithoutEndIsNotKept() throws IOException {
        try (Endless stream = new Endless("From: a@example.net\nSubject: ", "long ")) {
            ParsedMail mail = ParsedMail.read(stream, Limits.STANDARD);

            assertThat(stream.given).isLessThan(MEGABYTE);
            assertThat(mail.problems()).containsExactly(MailProblem.HEADERS_TOO_LARGE);
        }
    }

    @Test
    void ofAThousandPartsTwoHundredAreTaken() {
        StringBuilder parts = new StringBuilder();
        IntStream.range(0, 1_000)
                .forEach(i ->
                        parts.append("--b\nContent-Type: image/png; name=")
                                .append(i)
                                .append(".png\n\nx\n"));

        ParsedMail mail =
                Mails.read(
                        "From: a@example.net\nContent-Type: multipart/mixed; boundary=b\n\n"
                                + parts
                                + "--b--\n");

        assertThat(mail.attachments()).hasSize(200);
        assertThat(mail.problems()).containsExactly(MailProblem.TOO_MANY_PARTS);
    }

    @Test
    void whatSomebodyWroteIsReadThoughItComesAfterTooManyPictures() {
        String picture = "--b\nContent-Type: image/gif\nContent-Disposition: attachment\n\nGIF\n";
        String text = "--b\nContent-Type: text/plain\n\n%s\n";
        String mail =
                "From: anna@example.com\nContent-Type: multipart/mixed; boundary=b\n\n"
                        + picture.repeat(300)
                        + text.formatted("IMPORTANT WORDS")
                        + picture.repeat(10)
                        + text.formatted("and no more")
                        + "--b--\n";

        ParsedMail read = Mails.read(mail);

        assertThat(read.text()).contains("IMPORTANT WORDS").doesNotContain("and no more");
        assertThat(read.attachments()).hasSize(200);
        assertThat(read.isCutOff()).isTrue();
    }

    @Test
    void multipartsWithinMultipartsEndAtTheTwentieth() {
        StringBuilder mail = new StringBuilder("From: a@example.net\n");
        for (int i = 0; i < 10_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        mail.append("\nHello\n");

        ParsedMail read = Mails.read(mail.toString());

        assertThat(read.problems()).containsExactly(MailProblem.TOO_DEEP);
        assertThat(read.from()).hasSize(1);
    }

    @Test
    void mailsWithinMailsAreNotOpened() {
        String mail = "From: a@example.net\nSubject: in\n\nHello\n";
        for (int i = 0; i < 100; i++) {
            mail = "From: a@example.net\nContent-Type: message/rfc822\n\n" + mail;
        }

        ParsedMail read = Mails.read(mail);

        assertThat(read.text()).isEmpty();
        assertThat(read.attachments()).hasSize(1);
        assertThat(read.attachments().getFirst().name()).isEqualTo("message.eml");
    }

    static Stream<Named<String>> bombs() {
        return named(
                "<div>".repeat(200_000),
                "<blockquote>".repeat(80_000) + "x",
                "<div class=\"gmail_quote\">".repeat(40_000),
                "<a href=\"https://example.com/".repeat(30_000),
                "<table><tr><td>".repeat(60_000),
                "<b><i><u>".repeat(100_000),
                "<ol>" + "<li>x".repeat(150_000),
                "<p style=\"" + "color:red;".repeat(100_000) + "\">x",
                "<!--".repeat(250_000),
                "&amp".repeat(250_000),
                "<".repeat(1_000_000),
                "<font><p>".repeat(100_000),
                "<svg><math>".repeat(90_000),
                "<form><input>".repeat(70_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void htmlThatMakesWorkIsWorkedOffNevertheless(String html) {
        MimeFuzzing.readAll(Mails.bytes("From: a@example.net\nContent-Type: text/html\n\n" + html));
    }

    static Stream<Named<String>> texts() {
        return named(
                ">".repeat(1_000_000),
                "> \n".repeat(300_000),
                "On 3 Mar 2026 10:00\n".repeat(50_000),
                "From: a\nSent: b\n".repeat(60_000),
                "-".repeat(1_000_000),
                "--\n".repeat(300_000),
                "> a\nb\n".repeat(150_000),
                " ".repeat(1_000_000),
                "On 1 ".repeat(200_000) + "wrote:",
                "Sent from my ".repeat(70_000),
                "see ".repeat(200_000),
                "\n".repeat(1_000_000),
                "<a@b.c> 10:00 ".repeat(70_000) + ":");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textThatMakesWorkIsWorkedOffNevertheless(String text) {
        MimeFuzzing.readAll(Mails.bytes("From: a@example.net\n\n" + text));
    }

    static Stream<Named<String>> headers() {
        return named(
                "From: " + "<a@b>,".repeat(20_000),
                "From: " + "(".repeat(100_000),
                "To: \"" + "\\".repeat(100_000),
                "Subject: " + "=?".repeat(60_000),
                "Subject: " + "=?utf-8?q?".repeat(12_000),
                "Subject: " + "=?utf-8?b?QQ==?= ".repeat(7_000),
                "References: " + "<a@b> ".repeat(20_000),
                "References: " + "<".repeat(120_000),
                "Date: " + "1 Jan ".repeat(20_000),
                "Content-Type: text/plain" + "; a*0*=b".repeat(15_000),
                "Content-Type: multipart/mixed; boundary=\"" + "b".repeat(100_000) + "\"",
                "Content-Disposition: attachment; filename=\"" + "a".repeat(100_000) + "\"");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void headersThatMakeWorkAreReadNevertheless(String header) {
        ParsedMail mail = MimeFuzzing.readAll(Mails.bytes(header + "\n\nHello\n"));

        assertThat(mail.from()).hasSizeLessThanOrEqualTo(100);
        assertThat(mail.references()).hasSizeLessThanOrEqualTo(100);
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(4_096);
    }

    @Test
    void aReportWithManyRecipientsIsBounded() {
        StringBuilder report = new StringBuilder();
        IntStream.range(0, 10_000)
                .forEach(i ->
                        report.append("Final-Recipient: rfc822; a")
                                .append(i)
                                .append("@example.net\nAction: failed\n\n"));

        ParsedMail mail =
                Mails.read(
                        "From: postmaster@example.org\nContent-Type: multipart/report; boundary=b\n\n--b\n"
                                + "Content-Type: message/delivery-status\n\n"
                                + report
                                + "--b--\n");

        assertThat(Bounce.of(mail).orElseThrow().failures()).hasSizeLessThanOrEqualTo(100);
    }

    private static Stream<Named<String>> named(String... hostile) {
        return Stream.of(hostile)
                .map(each ->
                        Named.of(
                                each.strip().isEmpty()
                                        ? "blank"
                                        : each.substring(0, 30).replaceAll("\\s", " "),
                                each));
    }

    /// Begins with a head, goes on with the same for fifty megabytes and counts what was asked for.
    private static final class Endless extends InputStream {
        private static final long END = 50L * MEGABYTE;
        private final InputStream head;
        private final byte[] more;
        private long given;

        private Endless(String head, String more) {
            this.head = new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII));
            this.more = more.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = head.read(bytes, offset, length);
            if (read < 0 && given < END) {
                read = Math.min(length, more.length);
                System.arraycopy(more, 0, bytes, offset, read);
            }
            given += Math.max(read, 0);
            return read;
        }
    }
}
