package dev.shopbell.message.quickreply;

import dev.shopbell.message.MessageText;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What is written in a quick reply: its title on one line, the word it is typed by, and the answer
/// itself, which may have variables in it, `{customer.first_name}`.
public record QuickReplyText(String title, String shortcut, String text) {

    private static final int TITLE_LENGTH = 80;
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1,32}");

    /// Everything that looks like a variable of ours. Other braces are braces.
    private static final Pattern VARIABLE =
            Pattern.compile("\\{((?:customer|staff|store)\\.[^{}\\s]*)}");

    private static final Set<String> VARIABLES =
            Set.of(
                    "customer.first_name",
                    "customer.name",
                    "customer.email",
                    "staff.first_name",
                    "store.name");

    public QuickReplyText {
        title = PlainText.shortened(title, Integer.MAX_VALUE);
        if (!PlainText.isVisible(title) || !PlainText.isStorable(title)) {
            throw new RefusedException(QuickReplyRefusal.TITLE_EMPTY, "title");
        }
        if (!PlainText.isName(title)) {
            throw new RefusedException(QuickReplyRefusal.TITLE_INVALID, "title");
        }
        if (PlainText.length(title) > TITLE_LENGTH) {
            throw new RefusedException(QuickReplyRefusal.TITLE_TOO_LONG, "title");
        }
        shortcut = shortcut(shortcut);
        text = new MessageText(text).value();
        if (VARIABLE.matcher(text)
                .results()
                .anyMatch(found -> !VARIABLES.contains(found.group(1)))) {
            throw new RefusedException(QuickReplyRefusal.VARIABLE_UNKNOWN, "text");
        }
    }

    /// In small letters and without its `/`; what differs in nothing else is the same shortcut.
    private static String shortcut(String typed) {
        String word = PlainText.stripped(typed);
        word = word.startsWith("/") ? word.substring(1) : word;
        word = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (!SHORTCUT.matcher(word).matches()) {
            throw new RefusedException(QuickReplyRefusal.SHORTCUT_INVALID, "shortcut");
        }
        return word;
    }

    @Override
    public String toString() {
        return "***";
    }
}
