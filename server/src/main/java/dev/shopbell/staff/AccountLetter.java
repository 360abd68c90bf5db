package dev.shopbell.staff;

import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import java.util.List;

/// What mails about accounts say.
final class AccountLetter {

    private AccountLetter() {}

    static Letter passwordReset(Staff staff, String link) {
        return LetterTemplates.ACCOUNT.letter(
                staff.email(),
                "Choose a new password",
                List.of(
                        "Hello %s,".formatted(staff.name()),
                        "Somebody, most likely you, asked for a new password for this address."
                                + " The link works once, within an hour."),
                new LetterTemplates.Button("Choose a new password", link),
                "If it was not you, nothing has changed and there is nothing to do.");
    }

    static Letter passwordChanged(Staff staff) {
        return LetterTemplates.ACCOUNT.letter(
                staff.email(),
                "Your password was changed",
                List.of(
                        "Hello %s,".formatted(staff.name()),
                        "The password of your account was changed, and you were logged out"
                                + " everywhere else."),
                null,
                "If it was not you, choose a new password at once: Forgot it? on the log-in page.");
    }
}
