package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is easily hidden by mistake.
class InterleavedRepliesTest {

    @Test
    void answersWithinGmailsQuotationStayVisible() {
        QuotedReply reply =
                QuotedReply.ofHtml(
                        """
                        <div dir="ltr"><div class="gmail_quote"><div class="gmail_attr">On Tue, Mar 3, 2026 at 10:15 The Shop wrote:<br></div>
                        <blockquote class="gmail_quote">Which size?<br></blockquote><div>42</div>
                        <blockquote class="gmail_quote">Which colour?<br>Regards</blockquote></div>
                        <div>Blue, and thanks</div></div>
                        """);

        assertThat(reply.visible())
                .isEqualTo("> Which size?\n42\n> Which colour?\n> Regards\nBlue, and thanks");
    }

    @Test
    void ofALongQuotationTheLinesBesideTheAnswerAreShown() {
        String quoted = "> line\n".repeat(40);

        QuotedReply reply =
                QuotedReply.ofText("Hello,\n" + quoted + "> Which size?\n42\n> Regards\n");

        assertThat(reply.visible()).startsWith("Hello,\n> line").endsWith("> Which size?\n42");
        assertThat(reply.visible().lines()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please see my answers below.",
                "Meine Antworten unten in Rot.",
                "Voir mes réponses ci-dessous.",
                "Ver mis respuestas abajo.",
                "Vedi le risposte sotto.",
                "Veja as respostas abaixo.",
                "Zie mijn antwoorden hieronder.",
                "下記に回答しました。",
                "请见下面红色的回复。",
                "أجوبتي أدناه."
            })
    void whoAnnouncesAnswersBelowHasThemShown(String announcement) {
        QuotedReply reply =
                QuotedReply.ofHtml(
                        """
                        <div>%s</div><div id="divRplyFwdMsg"><b>From:</b> The Shop<br><b>Sent:</b> today<br><b>To:</b> Zoe</div>
                        <div>Which size? <span style="color:red">42</span></div>
                        """
                                .formatted(announcement));

        assertThat(reply.visible()).startsWith(announcement).contains("42");
    }

    @Test
    void whatSomebodyWroteJustAboveTheAttributionIsNotPartOfIt() {
        QuotedReply reply =
                QuotedReply.ofText(
                        "谢谢！\nThe Shop <shop@example.com> 于2026年3月3日周二 10:15写道：\n> 好的\n");

        assertThat(reply.visible()).isEqualTo("谢谢！");
    }

    @Test
    void aMailThatIsOnlyPassedOnIsShown() {
        QuotedReply reply =
                QuotedReply.ofHtml(
                        """
                        <div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>A</b><br>Date: today<br>Subject: Invoice<br></div>
                        Please pay.</div>
                        """);

        assertThat(reply.visible()).contains("Please pay.");
        assertThat(reply.isOnlyQuoted()).isTrue();
    }

    @Test
    void aPhonesSignatureAloneIsShownRatherThanTheQuotation() {
        QuotedReply reply =
                QuotedReply.ofText(
                        "Sent from my iPhone\n\n> On 3 Mar 2026, at 10:15, The Shop <s@example.com> wrote:\n> \n> Which size?\n");

        assertThat(reply.visible()).isEqualTo("Sent from my iPhone");
        assertThat(reply.isOnlyQuoted()).isTrue();
    }

    @Test
    void aSentenceThatOnlyLooksLikeASignStays() {
        String text =
                """
                I wrote to you on 3 March that you should
                please cancel order 4711.
                From: where does it ship?
                I got a mail sent from my old account -- that is me too.
                """;

        assertThat(QuotedReply.ofText("Hello.\n" + text).visible())
                .contains("please cancel order 4711.", "From: where", "that is me too.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Berlin|To: Munich|Date: Monday 3 March",
                "From: Berlin|To: Munich|Date: 3.3.2026, 10:15",
                "From: the blue box|To: my sister|Subject: the wrong mug|Date: 03.03.2026",
                "Von: Berlin|An: München|Datum: Montag, 3. März um 10:15 Uhr",
                "De : Berlin|À : Munich|Date : lundi 3 mars 2026",
                "De: Madrid|Para: Lisboa|Fecha: lunes 3 de marzo de 2026",
                "Da: Roma|A: Milano|Data: lunedì 3 marzo, ore 10:15",
                "Van: Utrecht|Aan: Gent|Datum: maandag 3 maart 2026",
                "差出人: 東京|宛先: 大阪|日付: 2026年3月3日",
                "发件人：北京|收件人：上海|日期：2026年3月3日",
                "من: برلين|إلى: ميونخ|التاريخ: 3 مارس 2026"
            })
    void whatSomebodyLabelsIsNoHeaderOfAMail(String lines) {
        String text =
                "Hello, please change my delivery:\n"
                        + lines.replace('|', '\n')
                        + "\nAnd please ring twice, the bell is broken.";

        assertThat(QuotedReply.ofText(text).visible()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: The Shop|Sent: Tuesday, March 3, 2026 10:15 AM|To: Zoe|Subject: Your question",
                "From: The Shop [mailto:shop@example.com]|Sent: Tuesday|To: Zoe",
                "Von: The Shop|Gesendet: Dienstag, 3. März 2026 10:15|An: Zoe|Betreff: Ihre Frage",
                "De : The Shop|Envoyé : mardi 3 mars 2026 10h15|À : Zoe|Objet : Votre question",
                "差出人: The Shop|送信日時: 2026年3月3日 10:15|宛先: Zoe|件名: ご質問"
            })
    void headerLinesWithoutAnAddressAreAHeaderAllTheSame(String lines) {
        String text = "In size 42.\n\n" + lines.replace('|', '\n') + "\n\nWhich size?";

        assertThat(QuotedReply.ofText(text).visible()).isEqualTo("In size 42.");
    }

    @Test
    void anIndentedParagraphIsNoQuotation() {
        QuotedReply reply =
                QuotedReply.ofHtml(
                        "<div>The list:</div><blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\"><div>two shoes</div></blockquote>");

        assertThat(reply.visible()).isEqualTo("The list:\ntwo shoes");
    }
}
