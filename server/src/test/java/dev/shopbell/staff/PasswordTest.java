package dev.shopbell.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.http.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a quiet harbour in autumn",
                "twelve chars",
                "my welcome mat is orange",
                "пароль-для-магазина",
                "🐢🐇🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵"
            })
    void isLongAndUncommonEnough(String typed) {
        assertThat(Password.chosen(typed, "password").value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "🐢🐇🦊🐻🐼🐨🐯🦁🐮🐷🐸", "twelve chars\0"})
    void isTooShort(String typed) {
        assertRefused(typed, StaffRefusal.PASSWORD_TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "            ",
                "aaaaaaaaaaaa",
                "123123123123",
                "abcdabcdabcd",
                "password1234",
                "PASSWORD2026!",
                "passwordpassword",
                "qwertyuiop12",
                "1qwertyuiop!",
                "shopbell2026",
                "1234567890123",
                "iloveyou-1234"
            })
    void isAmongTheFirstThatAreTried(String typed) {
        assertRefused(typed, StaffRefusal.PASSWORD_TOO_COMMON);
    }

    @Test
    void twoHundredCharactersAreTheMost() {
        String longest = "abcdefghijklmnopqrst".repeat(10);

        assertThat(Password.chosen(longest, "password").value()).hasSize(200);
        assertRefused(longest + "a", StaffRefusal.PASSWORD_TOO_LONG);
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(new Password("a quiet harbour in autumn")).hasToString("***");
    }

    private static void assertRefused(String typed, StaffRefusal expected) {
        assertThatThrownBy(() -> Password.chosen(typed, "owner.password"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.refusal()).isEqualTo(expected);
                            assertThat(refused.field()).isEqualTo("owner.password");
                        });
    }
}
