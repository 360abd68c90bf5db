package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.email.mime.Bounce.Failure;
import dev.shopbell.email.mime.MailKind.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class BounceTest {

    @Test
    void aReportNamesWhomTheMailDidNotReachAndWhy() {
        Bounce bounce = bounce(report("failed", "5.1.1"));

        assertThat(bounce.originalMessageId()).isEqualTo("<ours@example.com>");
        assertThat(bounce.failures())
                .isEqualTo(
                        List.of(
                                new Failure(
                                        "zoe@example.net",
                                        "5.1.1",
                                        BounceReason.NO_SUCH_ADDRESS,
                                        "550 5.1.1 <zoe@example.net>: unknown user")));
        assertThat(BounceReason.NO_SUCH_ADDRESS.words()).isEqualTo("There is no such address.");
    }

    @Test
    void aDelayIsNoFailure() {
        assertThat(MailKind.of(Mails.read(report("delayed", "4.4.1")), "ours"))
                .isEqualTo(new MailKind.Automatic(Purpose.DELIVERY_REPORT));
    }

    @Test
    void reportsThatOnlyPeopleReadAreUnderstoodToo() {
        Bounce bounce =
                bounce(
                        """
                        From: MAILER-DAEMON@mail.example.org
                        To: shop@example.com
                        Subject: failure notice

                        Hi. This is the qmail-send program at mail.example.org.
                        I'm afraid I wasn't able to deliver your message to the following addresses.

                        <zoe@example.net>:
                        552 Mailbox quota exceeded (#5.2.2)

                        --- Below this line is a copy of the message.

                        Return-Path: <shop@example.com>
                        Message-ID: <ours@example.com>
                        To: other@example.net
                        """);

        assertThat(bounce.originalMessageId()).isEqualTo("<ours@example.com>");
        assertThat(bounce.failures()).hasSize(1);
        assertThat(bounce.failures().getFirst().recipient()).isEqualTo("zoe@example.net");
        assertThat(bounce.failures().getFirst().reason()).isEqualTo(BounceReason.MAILBOX_FULL);
    }

    private static Bounce bounce(String mail) {
        return Bounce.of(Mails.read(mail)).orElseThrow();
    }

    static String report(String action, String status) {
        return """
        From: MAILER-DAEMON@mx.example.net
        To: shop+b-1@example.com
        Auto-Submitted: auto-replied
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary=r

        --r
        Content-Type: text/plain

        This is the mail system at host mx.example.net.
        --r
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        Final-Recipient: rfc822; Zoe@example.net
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 5.1.1 <zoe@example.net>:
            unknown user
        --r
        Content-Type: text/rfc822-headers

        From: shop@example.com
        Message-ID: <ours@example.com>
        --r--
        """
                .formatted(action, status);
    }
}
