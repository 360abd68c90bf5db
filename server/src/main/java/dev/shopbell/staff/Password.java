package dev.shopbell.staff;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import java.util.List;
import java.util.Locale;

/// A password as typed, long enough and not one of those that are tried first. OWASP ASVS 5.0, 6.2.
public record Password(String value) {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;

    /// Words that make a guess easy however much is put around them. One that contains another
    /// comes before it.
    private static final List<String> COMMON =
            List.of(
                    "password",
                    "passwort",
                    "qwertyuiop",
                    "qwertz",
                    "qwerty",
                    "123456789",
                    "987654321",
                    "abcdefgh",
                    "iloveyou",
                    "letmein",
                    "welcome",
                    "administrator",
                    "shopbell",
                    "changeme",
                    "trustno1",
                    "dragon",
                    "sunshine",
                    "football",
                    "baseball",
                    "princess");

    private static final int MUST_REMAIN = 6;

    /// Checks what a person wants as their password; `field` is its name in the request.
    public static Password chosen(String typed, String field) {
        int length = PlainText.length(typed);
        if (length < SHORTEST || !PlainText.isStorable(typed)) {
            throw new RefusedException(StaffRefusal.PASSWORD_TOO_SHORT, field);
        }
        if (length > LONGEST) {
            throw new RefusedException(StaffRefusal.PASSWORD_TOO_LONG, field);
        }
        if (isCommon(typed)) {
            throw new RefusedException(StaffRefusal.PASSWORD_TOO_COMMON, field);
        }
        return new Password(typed);
    }

    private static boolean isCommon(String typed) {
        String rest = typed.toLowerCase(Locale.ROOT);
        boolean monotonous = rest.chars().distinct().count() < FEWEST_DIFFERENT;
        for (String word : COMMON) {
            rest = rest.replace(word, "");
        }
        return monotonous || (rest.length() < MUST_REMAIN && rest.length() < typed.length());
    }

    @Override
    public String toString() {
        return "***";
    }
}
