package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that stand in the text of a mail.
class UuencodedTest {

    @Test
    void aFileInTheTextIsAnAttachmentAndNoText() {
        ParsedMail mail =
                Mails.read(
                        """
                        From: anna@example.com
                        Content-Type: text/plain

                        Here is the receipt.

                        begin 644 receipt.txt
                        #0V%T
                        `
                        end

                        Anna
                        """);

        assertThat(mail.text()).startsWith("Here is the receipt.").endsWith("Anna\n");
        assertThat(mail.text()).doesNotContain("begin", "end");
        MailAttachment file = mail.attachments().getFirst();
        assertThat(file.name()).isEqualTo("receipt.txt");
        assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo("Cat");
        assertThat(file.isWhole()).isTrue();
    }

    @Test
    void severalStandInOneText() {
        ParsedMail mail =
                Mails.read(
                        "From: a@example.com\n\nbegin 644 a\n#0V%T\n`\nend\nand\nbegin 600 b\n#0V%T\n \nend\n");

        assertThat(mail.text().strip()).isEqualTo("and");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("a", "b");
    }

    @Test
    void everyByteComesThroughAlsoWhereBlanksWereLostAtTheEndsOfLines() {
        byte[] bytes = new byte[5_000];
        new Random(7).nextBytes(bytes);
        String mail = "From: a@example.com\n\nbegin 644 all.bin\n" + encoded(bytes) + "`\nend\n";

        assertThat(Mails.read(mail).attachments().getFirst().content()).isEqualTo(bytes);
        String stripped = mail.replaceAll("(?m) +$", "");
        assertThat(Mails.read(stripped).attachments().getFirst().content()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 tomorrow\nI thought, and then\nend",
                "begin 644 nothing\n`\nend",
                "begin again\n#0V%T\n`\nend",
                "begin 644 half.txt\n#0V%T\n`\n",
                "begin 644 half.txt\n#0V%T\nand then words\nend",
                "> begin 644 quoted.txt\n> #0V%T\n> `\n> end"
            })
    void whatIsNoFileStaysText(String text) {
        ParsedMail mail = Mails.read("From: a@example.com\n\n" + text + "\n");

        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.text().strip()).isEqualTo(text.strip());
    }

    @Test
    void oneThatIsLongerThanTheTextThatIsReadIsThereAndNotWhole() {
        byte[] bytes = new byte[400_000];
        new Random(8).nextBytes(bytes);

        ParsedMail mail =
                Mails.read(
                        "From: a@example.com\n\nLook:\nbegin 644 big.png\n"
                                + encoded(bytes)
                                + "`\nend\n");

        assertThat(mail.text().strip()).isEqualTo("Look:");
        assertThat(mail.attachments().getFirst().name()).isEqualTo("big.png");
        assertThat(mail.attachments().getFirst().isWhole()).isFalse();
        assertThat(mail.problems()).contains(MailProblem.ATTACHMENT_TOO_LARGE);
    }

    @Test
    void itsNameIsNoPath() {
        ParsedMail mail =
                Mails.read("From: a@example.com\n\nbegin 644 ../../etc/passwd\n#0V%T\n`\nend\n");

        assertThat(mail.attachments().getFirst().name()).isEqualTo("passwd");
    }

    @Test
    void noMoreOfThemAreTakenThanParts() {
        String many = "begin 644 a\n#0V%T\n`\nend\n".repeat(1_000);

        assertThat(Mails.read("From: a@example.com\n\n" + many).attachments())
                .hasSizeLessThanOrEqualTo(Limits.STANDARD.parts());
    }

    /// As uuencode writes it, with blanks for zeros.
    private static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < bytes.length; from += 45) {
            int length = Math.min(45, bytes.length - from);
            text.append((char) (' ' + length));
            for (int group = 0; group < length; group += 3) {
                int three = 0;
                for (int each = 0; each < 3; each++) {
                    int at = from + group + each;
                    three = three << 8 | (group + each < length ? bytes[at] & 0xFF : 0);
                }
                for (int shift = 18; shift >= 0; shift -= 6) {
                    text.append((char) (' ' + (three >> shift & 0x3F)));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }
}
