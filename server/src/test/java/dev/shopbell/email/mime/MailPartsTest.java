package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which part of a mail is what it says, and which is something it brings.
class MailPartsTest {

    @Test
    void appleMailPutsPicturesBetweenItsText() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/alternative; boundary=a

                        --a
                        Content-Type: text/plain

                        Before
                        After
                        --a
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: text/html

                        <p>Before</p>
                        --m
                        Content-Type: image/jpeg; name=shoe.jpg
                        Content-Disposition: inline; filename=shoe.jpg

                        x
                        --m
                        Content-Type: text/html

                        <p>After</p>
                        --m--
                        --a--
                        """);

        assertThat(mail.text()).isEqualTo("Before\nAfter");
        assertThat(mail.html()).isEqualTo("<p>Before</p>\n<p>After</p>");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("shoe.jpg");
    }

    @Test
    void outlookPutsPicturesBesideItsHtml() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/related; boundary=r

                        --r
                        Content-Type: multipart/alternative; boundary=a

                        --a
                        Content-Type: text/plain

                        Like this
                        --a
                        Content-Type: text/html

                        <p>Like this <img src="cid:image001.png@01D"></p>
                        --a--
                        --r
                        Content-Type: image/png; name="image001.png"
                        Content-ID: <image001.png@01D>

                        x
                        --r--
                        """);

        assertThat(mail.text()).isEqualTo("Like this");
        assertThat(mail.attachments())
                .extracting(MailAttachment::contentId)
                .containsExactly("image001.png@01D");
    }

    @Test
    void aTextWithANameIsSomethingItBrings() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: text/plain

                        My list:
                        --m
                        Content-Type: text/plain; name=list.txt

                        two shoes
                        --m
                        Content-Type: text/plain
                        Content-Disposition: attachment

                        three shoes
                        --m--
                        """);

        assertThat(mail.text()).isEqualTo("My list:");
        assertThat(mail.attachments())
                .extracting(MailAttachment::name)
                .containsExactly("list.txt", "attachment");
    }

    @Test
    void signaturesThatProveTheSenderAreNothingToSee() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=s

                        --s
                        Content-Type: text/plain

                        Signed words
                        --s
                        Content-Type: application/pgp-signature; name=signature.asc

                        -----BEGIN PGP SIGNATURE-----
                        --s--
                        """);

        assertThat(mail.text()).isEqualTo("Signed words");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void whatIsNotOpenedIsNamed() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: multipart/alternative; boundary=a

                        --a
                        Content-Type: text/plain

                        See you
                        --a
                        Content-Type: text/calendar; method=REQUEST

                        BEGIN:VCALENDAR
                        --a--
                        --m
                        Content-Type: application/ms-tnef

                        x
                        --m
                        Content-Type: message/rfc822

                        Subject: the one before

                        Hidden words
                        --m--
                        """);

        assertThat(mail.text()).isEqualTo("See you");
        assertThat(mail.attachments())
                .extracting(MailAttachment::name)
                .containsExactly("invitation.ics", "winmail.dat", "message.eml");
    }

    @Test
    void whatWasSentEncodedIsDecoded() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: quoted-printable

                        Gr=C3=B6=C3=
                        =9Fe 42 =zz
                        --m
                        Content-Type: application/octet-stream; name=x.bin
                        Content-Transfer-Encoding: BASE64

                        AAE*C
                        Aw==
                        --m--
                        """);

        assertThat(mail.text()).startsWith("Größe 42");
        assertThat(mail.attachments().getFirst().content()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void partsThatAreNotPartedAsAnnouncedAreShownAsTheyAre() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/mixed; boundary=announced

                        --other
                        Content-Type: text/plain

                        Words
                        --other--
                        """);

        assertThat(mail.text()).contains("Words");
        assertThat(mail.problems()).containsExactly(MailProblem.MALFORMED);
    }

    @Test
    void aMissingEndLosesNothing() {
        ParsedMail mail =
                Mails.read(
                        """
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: text/plain

                        Words without end
                        """);

        assertThat(mail.text()).startsWith("Words without end");
    }

    @Test
    void twoSendersAreBothNamed() {
        ParsedMail mail =
                Mails.read("From: a@example.net\nFrom: <b@example.net>\nSubject: x\n\nx\n");

        assertThat(mail.from())
                .extracting(MailAddress::address)
                .containsExactly("a@example.net", "b@example.net");
    }

    @Test
    void anAddressHidesInNoName() {
        ParsedMail mail =
                Mails.read(
                        """
                        From: "shop@example.com, boss@example.com" <real@example.net>
                        To: =?utf-8?q?x=3Ca@example.net=3E=2C?= <b@example.net>, Group: <c@example.net>, d@example.net (Dee);

                        x
                        """);

        assertThat(mail.from())
                .containsExactly(
                        new MailAddress("shop@example.com, boss@example.com", "real@example.net"));
        assertThat(mail.to())
                .containsExactly(
                        new MailAddress("x<a@example.net>,", "b@example.net"),
                        new MailAddress("", "c@example.net"),
                        new MailAddress("Dee", "d@example.net"));
    }
}
