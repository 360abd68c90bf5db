package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.message.MessageText;
import dev.shopbell.platform.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// What must hold of any bytes whatever that somebody sends as a mail, for Jazzer to try. The first
/// byte says which part of the reading gets the others.
public final class MimeFuzzing {

    enum Target {
        /// All that is made of a mail.
        MAIL,
        /// What is new in the HTML, and what of it may be shown.
        HTML,
        /// What is new in plain text.
        TEXT,
        /// A report of a mail that did not arrive.
        BOUNCE
    }

    private MimeFuzzing() {}

    /// What makes this the part that reads these bytes.
    static byte[] of(Target target, byte[] bytes) {
        byte[] input = new byte[bytes.length + 1];
        input[0] = (byte) Arrays.asList(Target.values()).indexOf(target);
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }

    /// Jazzer looks for this name and this form.
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Target[] targets = Target.values();
        byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
        switch (targets[Math.floorMod(input[0], targets.length)]) {
            case MAIL -> readAll(bytes);
            case HTML -> readHtml(new String(bytes, StandardCharsets.UTF_8));
            case TEXT -> check(QuotedReply.ofText(new String(bytes, StandardCharsets.UTF_8)));
            case BOUNCE -> Bounce.of(Mails.read(bytes));
        }
    }

    /// Everything that is ever asked of a mail, with what must hold of the answers.
    static ParsedMail readAll(byte[] bytes) {
        ParsedMail mail = Mails.read(bytes);
        assertThat(MailKind.of(mail, "ours")).isNotNull();
        check(QuotedReply.of(mail));
        assertThat(PlainText.isStorable(mail.subject() + mail.text())).isTrue();
        assertThat(mail.subject()).doesNotContain("\n", "\r");
        mail.attachments()
                .forEach(attachment -> {
                    assertThat(attachment.name()).isNotBlank().doesNotContain("/", "\\");
                    assertThat(attachment.content().length)
                            .isLessThanOrEqualTo(Limits.STANDARD.attachmentBytes());
                });
        if (mail.html() != null) {
            readHtml(mail.html());
        }
        return mail;
    }

    private static void readHtml(String html) {
        check(QuotedReply.ofHtml(html));
        String safe = SafeHtml.fragment(html, Map.of());
        assertThat(Harmless.faults(safe)).isEmpty();
        // What is shown reads the same once more: there is nothing left to interpret.
        assertThat(Harmless.faults(SafeHtml.fragment(safe, Map.of()))).isEmpty();
    }

    private static void check(QuotedReply reply) {
        assertThat(PlainText.length(reply.visible())).isLessThanOrEqualTo(MessageText.MAX_LENGTH);
    }
}
