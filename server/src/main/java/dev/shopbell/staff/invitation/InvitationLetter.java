package dev.shopbell.staff.invitation;

import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.platform.text.EmailAddress;
import java.util.List;

/// What the mail says that invites somebody.
final class InvitationLetter {

    private InvitationLetter() {}

    static Letter to(EmailAddress email, String store, String inviter, String link) {
        return LetterTemplates.ACCOUNT.letter(
                email,
                "%s invites you to the inbox of %s".formatted(inviter, store),
                List.of(
                        "Hello,",
                        "%s invites you to answer customers of %s together."
                                .formatted(inviter, store),
                        "The link works once, within three days."),
                new LetterTemplates.Button("Look at the invitation", link),
                "If you do not know %s, there is nothing to do.".formatted(inviter));
    }
}
