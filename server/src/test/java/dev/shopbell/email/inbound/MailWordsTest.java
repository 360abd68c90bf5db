package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.message.MessageText;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import org.junit.jupiter.api.Test;

class MailWordsTest {

    @Test
    void whatIsTooLongIsCutAndWhatCannotBeStoredIsLeftOut() {
        assertThat(MailWords.text("a\u0000b\ud800c")).isEqualTo(new MessageText("abc"));
        assertThat(PlainText.length(MailWords.text("🌰".repeat(20_000)).value()))
                .isEqualTo(MessageText.MAX_LENGTH);
        assertThat(MailWords.text(" \u200b\r\n")).isNull();
    }

    @Test
    void somebodyWhoWroteNothingStillWrote() {
        assertThat(MailWords.textOrSubject("", "Only a subject").value())
                .isEqualTo("Only a subject");
        assertThat(MailWords.textOrSubject("", "").value()).isNotBlank();
    }

    @Test
    void aSubjectIsOneLine() {
        assertThat(MailWords.line("Hi\r\nBcc: all@example.com", 200))
                .isEqualTo("Hi Bcc: all@example.com");
        assertThat(MailWords.line(null, 200)).isEmpty();
        assertThat(MailWords.line("x".repeat(500), 200)).hasSize(200);
    }

    @Test
    void aNameThatTurnsTheTextAroundIsNone() {
        assertThat(MailWords.name("Anna Kowalska")).isEqualTo("Anna Kowalska");
        assertThat(MailWords.name("\u202egnp.exe")).isNull();
        assertThat(MailWords.name("  ")).isNull();
        assertThat(MailWords.name(null)).isNull();
    }

    @Test
    void aTagStandsBehindTheFirstPlusOfTheMailbox() {
        assertThat(Addressed.parse("Chat+R-ABC@Hearthlow.example"))
                .contains(new Addressed(new EmailAddress("chat@hearthlow.example"), "r-abc"));
        assertThat(Addressed.parse("chat@hearthlow.example"))
                .contains(new Addressed(new EmailAddress("chat@hearthlow.example"), null));
        assertThat(Addressed.parse("+tag@hearthlow.example").orElseThrow().tag()).isNull();
        assertThat(Addressed.parse("nobody")).isEmpty();
    }
}
