package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// In each language and from each mail program, what somebody answered is what is shown: no less
/// and no more.
class RepliesOfMailProgramsTest {

    static Stream<Arguments> answers() {
        return Tongue.ALL.stream()
                .flatMap(tongue ->
                        Arrays.stream(MailProgram.values())
                                .map(program -> Arguments.of(tongue, program)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void asPlainText(Tongue tongue, MailProgram program) {
        ParsedMail mail = Mails.read(plain(program.text(tongue)));

        assertOnlyTheAnswerIsVisible(QuotedReply.of(mail), tongue);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void asHtmlBesideIt(Tongue tongue, MailProgram program) {
        ParsedMail mail = Mails.read(both(program, tongue));

        assertOnlyTheAnswerIsVisible(QuotedReply.of(mail), tongue);
        assertThat(SafeHtml.fragment(program.html(tongue), Map.of()))
                .doesNotContain("<img", "<style");
    }

    private static void assertOnlyTheAnswerIsVisible(QuotedReply reply, Tongue tongue) {
        assertThat(reply.visible()).isEqualTo(tongue.answer());
        assertThat(reply.folded()).contains("41 and 42").contains("The Shop");
        assertThat(reply.isOnlyQuoted()).isFalse();
    }

    private static String plain(String text) {
        return """
        From: Zoe Example <zoe@example.net>
        Subject: Re: Your question
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        """
                + text;
    }

    static String both(MailProgram program, Tongue tongue) {
        return """
        From: Zoe Example <zoe@example.net>
        Subject: Re: Your question
        Content-Type: multipart/alternative; boundary="=_b"

        --=_b
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        %s
        --=_b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        %s
        --=_b--
        """
                .formatted(program.text(tongue), program.html(tongue));
    }
}
