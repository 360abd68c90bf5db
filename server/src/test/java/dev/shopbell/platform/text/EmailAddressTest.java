package dev.shopbell.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.com",
                "anna.kowalska+shop@mail.example.co.uk",
                "o'brien@example.ie",
                "用户@例子.广告",
                "a@b.co",
                "1@1.de",
                "user%remote@example.com"
            })
    void mailCouldBeSentTo(String typed) {
        assertThat(EmailAddress.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "anna",
                "anna@",
                "@example.com",
                "anna@example",
                "anna@example.",
                "anna@.com",
                "anna@exa mple.com",
                "anna@example..com",
                "anna@-example.com",
                "anna@example-.com",
                "anna@example.c",
                "anna@@example.com",
                "anna@b@example.com",
                "an na@example.com",
                "an\u00a0na@example.com",
                "an\u200bna@example.com",
                "anna\u202emoc.live@example.com", // would be shown backwards
                "anna\r\nBcc: all@example.com",
                "\"anna\"@example.com",
                "Anna <anna@example.com>",
                "anna@example.com,bob@example.com",
                "a\0@example.com",
                "a\ud800@example.com"
            })
    void isNoAddress(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void isComparedInLowerCaseAndWithoutBlanks() {
        assertThat(EmailAddress.parse("\u00a0Anna@Example.COM \n"))
                .hasValue(new EmailAddress("anna@example.com"));
    }

    @Test
    void theLongestHasTwoHundredAndFiftyFourCharacters() {
        String domain = ("d".repeat(61) + ".").repeat(3) + "com";
        String local = "l".repeat(EmailAddress.MAX_LENGTH - 1 - domain.length());

        assertThat(EmailAddress.parse(local + "@" + domain)).isPresent();
        assertThat(EmailAddress.parse(local + "l@" + domain)).isEmpty();
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(new EmailAddress("anna@example.com")).hasToString("***");
    }

    @Test
    void aHostileOneIsReadQuickly() {
        String hostile = "a@" + "a-".repeat(20_000) + "!";

        assertThat(EmailAddress.parse(hostile)).isEmpty();
    }
}
