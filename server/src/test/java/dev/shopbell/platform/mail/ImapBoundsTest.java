package dev.shopbell.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapBoundsTest {

    private final ImapBounds bounds = new ImapBounds();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* OK {1500000000}",
                "* 1 FETCH (BODY[] {4194305}",
                "* 1 FETCH (BODY[] {99999999999999999999999}",
                "* 2000000000 EXISTS",
                "* 99999999999999999999 FETCH (UID 1)"
            })
    void whatTheReaderWouldMakeRoomForIsRefused(String line) {
        assertThatThrownBy(() -> hear(line + "\r\n")).isInstanceOf(Bounds.TooMuchException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* OK ready {12} it says\r\n",
                "* 2000000 EXISTS\r\n* 5 RECENT\r\n",
                "a1 OK [UIDNEXT 4294967295] done\r\n",
                "* OK [UIDVALIDITY 4294967295] fine\r\n",
                "* 1 FETCH (UID 4294967295 BODY[] {5}\r\n* {9} BODY[2] {3}\r\nabc)\r\n",
                "* 1 FETCH (BODY[] {0}\r\n)\r\n* 2 EXISTS\r\n",
                "{9999999999 is no literal\r\n"
            })
    void whatServersSayIsHeardHoweverItIsCut(String said) {
        assertThatCode(() -> hear(said)).doesNotThrowAnyException();
        assertThatCode(
                        () -> {
                            for (byte each : said.getBytes(US_ASCII)) {
                                bounds.heard(new byte[] {each}, 0, 1);
                            }
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void nothingWithinALiteralIsTakenForAnAnnouncement() throws IOException {
        hear("* 1 FETCH (BODY[] {44}\r\n* 2000000000 EXISTS\r\n* OK {1500000000}\r\nxxxx)\r\n");

        assertThatThrownBy(() -> hear("* 2000000000 EXISTS\r\n"))
                .isInstanceOf(Bounds.TooMuchException.class);
    }

    @Test
    void aLineHasAnEnd() {
        assertThatThrownBy(() -> hear("* SEARCH " + "1 ".repeat(600_000)))
                .isInstanceOf(Bounds.TooMuchException.class);
    }

    @Test
    void anAnswerHasAnEndAndTheNextCommandBeginsAnother() throws IOException {
        String lines = "* 1 FETCH (UID 1)\r\n".repeat(1_000);
        for (int times = 0; times < 200; times++) {
            hear(lines);
        }
        bounds.said();
        for (int times = 0; times < 200; times++) {
            hear(lines);
        }

        assertThatThrownBy(() -> hear("* 1 FETCH (UID 1)\r\n"))
                .isInstanceOf(Bounds.TooMuchException.class);
    }

    private void hear(String said) throws IOException {
        bounds.heard(said.getBytes(US_ASCII), 0, said.length());
    }
}
