package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.email.mime.Bounce.Failure;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Mails as they are out there are read, and some of them checked against what they say.
class RealMailsTest {

    enum Collection {
        MIME4J(75),
        TIKA(25),
        ENMIME(75),
        PYTHON(40),
        BOUNCES(110);

        private final int least;

        Collection(int least) {
            this.least = least;
        }

        Map<String, byte[]> mails() {
            return switch (this) {
                case MIME4J -> RealMails.ofMime4j();
                case TIKA -> RealMails.ofTika();
                case ENMIME -> RealMails.ofEnmime();
                case PYTHON -> RealMails.ofPython();
                case BOUNCES -> RealMails.bounces();
            };
        }

        static Collection of(String name) {
            return Arrays.stream(values())
                    .filter(each -> name.toUpperCase(Locale.ROOT).startsWith(each.name() + "/"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(Collection.class)
    void everyMailIsRead(Collection collection) {
        Map<String, byte[]> mails = collection.mails();

        assertThat(mails).hasSizeGreaterThanOrEqualTo(collection.least);
        mails.forEach((name, bytes) -> {
            for (byte[] mail : RealMails.single(bytes)) {
                assertThat(MimeFuzzing.readAll(mail)).as(name).isNotNull();
            }
        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/mail/real-mails.csv", delimiter = '|', maxCharsPerColumn = 500)
    void senderDateAndWordsAreFound(String name, String from, Instant date, String beginning) {
        ParsedMail mail = mail(name);

        assertThat(mail.from().getFirst().address()).isEqualTo(from);
        assertThat(mail.date()).isEqualTo(date);
        assertThat(QuotedReply.of(mail).visible()).startsWith(beginning);
    }

    /// What Mailman's collection has in its tests, but for eight reports that no mail server of
    /// today writes.
    @ParameterizedTest
    @CsvFileSource(resources = "/mail/bounces.csv", delimiter = '|')
    void reportsNameWhoWasNotReached(String name, String recipients) {
        ParsedMail mail = mail("bounces/" + name + ".txt");

        String found =
                Bounce.of(mail).stream()
                        .flatMap(bounce -> bounce.failures().stream())
                        .map(Failure::recipient)
                        .sorted()
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(recipients.equals("-") ? "" : recipients);
    }

    private static ParsedMail mail(String name) {
        byte[] file = Collection.of(name).mails().get(name);
        assertThat(file).as(name).isNotNull();
        return Mails.read(RealMails.single(file).getFirst());
    }
}
