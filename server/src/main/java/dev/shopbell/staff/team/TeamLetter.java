package dev.shopbell.staff.team;

import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.staff.Staff;
import java.util.List;

/// What mails say to people whose place in a store changed.
final class TeamLetter {

    private TeamLetter() {}

    static Letter deactivated(Staff staff, String store) {
        return LetterTemplates.ACCOUNT.letter(
                staff.email(),
                "You no longer work in the inbox of " + store,
                List.of(
                        "Hello %s,".formatted(staff.name()),
                        "Your place in the inbox of %s was deactivated.".formatted(store)
                                + " Your conversations there went back to your colleagues."),
                null,
                "If this is a mistake, ask the owner of the store.");
    }

    static Letter reactivated(Staff staff, String store) {
        return LetterTemplates.ACCOUNT.letter(
                staff.email(),
                "You work in the inbox of %s again".formatted(store),
                List.of(
                        "Hello %s,".formatted(staff.name()),
                        "Your place in the inbox of %s is active again, with the roles you had."
                                .formatted(store)),
                null,
                "Log in with the password you had. If you forgot it, choose a new one there.");
    }
}
