package dev.shopbell.platform.mail;

import dev.shopbell.platform.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/// What a mail says, and to whom.
///
/// @param subject one line
/// @param text the plain part, lines ended by `\n`
/// @param html the other part, a whole document that says the same
/// @param language BCP 47, of both
/// @param picture which `html` shows
public record Letter(
        EmailAddress recipient,
        String subject,
        String text,
        String html,
        String language,
        @Nullable InlinePicture picture) {

    public Letter {
        if (subject.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
