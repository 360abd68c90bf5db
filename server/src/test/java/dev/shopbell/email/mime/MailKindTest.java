package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.email.mime.MailKind.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailKindTest {

    private static final String OURS = "0199-ours";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Auto-Submitted: auto-replied                  | OTHER
                    Auto-Submitted: auto-generated; x=y           | OTHER
                    Auto-Submitted: auto-replied (vacation)       | OUT_OF_OFFICE
                    X-Autoreply: yes                              | OTHER
                    Precedence: auto_reply                        | OTHER
                    Precedence: junk                              | OTHER
                    Return-Path: <>                               | OTHER
                    From: MAILER-DAEMON@example.com               | OTHER
                    X-Shopbell-Installation: another              | OTHER_INSTALLATION
                    """)
    void programsSayThatTheyAreSome(String header, Purpose purpose) {
        assertThat(kind(header + "\nSubject: Your order\n\nThanks!\n"))
                .isEqualTo(new MailKind.Automatic(purpose));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Precedence: bulk                                   | false
                    Precedence: list                                   | false
                    List-Id: <info.example.com>                        | false
                    List-Unsubscribe: <mailto:leave@example.com>       | false
                    X-Auto-Response-Suppress: All                      | true
                    From: no-reply@example.com                         | true
                    """)
    void whatWentThroughAListMayBeAPersons(String header, boolean isImpersonal) {
        assertThat(kind(header + "\nSubject: Your order\n\nThanks!\n"))
                .isEqualTo(new MailKind.Doubtful(isImpersonal));
    }

    @Test
    void anOldProgramIsToldByItsSubject() {
        assertThat(kind("Precedence: bulk\nSubject: Out of office\n\nBack soon.\n"))
                .isEqualTo(new MailKind.Automatic(Purpose.OUT_OF_OFFICE));
        assertThat(kind("Precedence: bulk\nList-Id: <a.b>\nSubject: Out of office chairs\n\nHi\n"))
                .isEqualTo(new MailKind.Doubtful(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Automatic reply: Your order
                    Abwesenheitsnotiz
                    Réponse automatique : commande
                    Respuesta automática: pedido
                    Risposta automatica: ordine
                    Resposta automática: pedido
                    Automatisch antwoord: bestelling
                    自動応答: ご注文
                    自动回复: 订单
                    رد تلقائي: الطلب
                    """)
    void somebodyAwayIsToldFromOtherPrograms(String subject) {
        assertThat(kind("Auto-Submitted: auto-replied\nSubject: " + subject + "\n\nBack soon.\n"))
                .isEqualTo(new MailKind.Automatic(Purpose.OUT_OF_OFFICE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Auto-Submitted: no
                    X-Auto-Response-Suppress: OOF, AutoReply
                    Precedence: normal
                    From: zoe@example.net
                    """)
    void whatAPersonWroteIsAMessage(String header) {
        assertThat(kind(header + "\nSubject: Not delivered\n\nMy order was not delivered.\n"))
                .isEqualTo(new MailKind.Human());
    }

    @Test
    void ourOwnMailComeBackIsALoop() {
        assertThat(kind("X-Shopbell-Installation: " + OURS + "\nAuto-Submitted: no\n\nHello\n"))
                .isEqualTo(new MailKind.OwnLoop());
    }

    private static MailKind kind(String mail) {
        return MailKind.of(Mails.read(mail), OURS);
    }
}
