package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ParsedMailTest {

    @Test
    void aMailSaysWhoWroteWhatAndWhen() {
        ParsedMail mail =
                Mails.read(
                        """
                        From: =?utf-8?q?Zo=C3=AB?= "van der" Berg <zoe@example.net>
                        Sender: office@example.net
                        To: "Shop, The" <shop+r-abc@example.com>, other@example.com
                        Subject: =?utf-8?b?R3LDtsOfZQ==?= =?utf-8?q?_42?=
                        Date: Tue, 3 Mar 2026 10:15:30 +0100
                        Message-ID: <one@example.net>
                        In-Reply-To: <ours@example.com>
                        References: <first@example.com>
                         <ours@example.com>
                        Content-Type: text/plain; charset=utf-8

                        Passt das Kleid?
                        """);

        assertThat(mail.from())
                .containsExactly(new MailAddress("Zoë van der Berg", "zoe@example.net"));
        assertThat(mail.sender()).isEqualTo(new MailAddress("", "office@example.net"));
        assertThat(mail.to())
                .containsExactly(
                        new MailAddress("Shop, The", "shop+r-abc@example.com"),
                        new MailAddress("", "other@example.com"));
        assertThat(mail.subject()).isEqualTo("Größe 42");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-03-03T09:15:30Z"));
        assertThat(mail.messageId()).isEqualTo("<one@example.net>");
        assertThat(mail.inReplyTo()).containsExactly("<ours@example.com>");
        assertThat(mail.references()).containsExactly("<first@example.com>", "<ours@example.com>");
        assertThat(mail.text()).isEqualTo("Passt das Kleid?\n");
        assertThat(mail.html()).isNull();
        assertThat(mail.problems()).isEmpty();
    }

    @Test
    void plainTextAndHtmlOfTheSameWordsAreReadOnce() {
        ParsedMail mail =
                Mails.read(
                        """
                        From: a@example.net
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: multipart/alternative; boundary=a

                        --a
                        Content-Type: text/plain

                        Hello
                        --a
                        Content-Type: text/html

                        <p>Hello</p>
                        --a--
                        --m
                        Content-Type: image/png; name="shoe.png"
                        Content-Transfer-Encoding: base64
                        Content-ID: <pic@example.net>

                        AAEC
                        --m
                        Content-Type: text/plain

                        Bye
                        --m--
                        """);

        assertThat(mail.text()).isEqualTo("Hello\nBye");
        assertThat(mail.html()).contains("<p>Hello</p>").contains("Bye");
        assertThat(mail.attachments()).hasSize(1);
        MailAttachment shoe = mail.attachments().getFirst();
        assertThat(shoe.name()).isEqualTo("shoe.png");
        assertThat(shoe.mediaType()).isEqualTo("image/png");
        assertThat(shoe.contentId()).isEqualTo("pic@example.net");
        assertThat(shoe.content()).containsExactly(0, 1, 2);
        assertThat(shoe.isWhole()).isTrue();
    }

    @Test
    void aMailOfHtmlAloneIsReadAsSomebodySeesIt() {
        ParsedMail mail =
                Mails.read(
                        """
                        From: a@example.net
                        Content-Type: text/html; charset=utf-8

                        <style>p { color: red }</style><p>One<br>two</p><div style="display: none">hidden</div>
                        <ul><li>three</li></ul><a href="https://example.com/x">four</a>
                        """);

        assertThat(mail.text()).isEqualTo("One\ntwo\n\n• three\nfour (https://example.com/x)");
    }

    @Test
    void whatFailsToBeReadIsNotTakenForAMail() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the connection is gone");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        return read();
                    }
                };

        assertThatThrownBy(() -> ParsedMail.read(broken, Limits.STANDARD))
                .hasMessage("the connection is gone");
    }

    @Test
    void nothingIsAMailToo() {
        ParsedMail mail = Mails.read(new byte[0]);

        assertThat(mail.from()).isEmpty();
        assertThat(mail.text()).isEmpty();
    }
}
