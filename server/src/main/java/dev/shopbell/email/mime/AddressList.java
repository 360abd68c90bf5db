package dev.shopbell.email.mime;

import java.util.ArrayList;
import java.util.List;

/// Reads the mailboxes of a header like From or To (RFC 5322, 3.4, and what is found in the wild)
/// in one pass. Encoded words are decoded last, so that nothing in them can make another mailbox.
final class AddressList {

    static final int MOST_ADDRESSES = 100;

    private static final int MOST_CHARACTERS = 1 << 16;

    private final String value;
    private final List<MailAddress> addresses = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder angle = new StringBuilder();
    private boolean inAngle;
    private int position;

    private AddressList(String value) {
        this.value = value.substring(0, Math.min(value.length(), MOST_CHARACTERS));
    }

    static List<MailAddress> of(String value) {
        return new AddressList(value).read();
    }

    private List<MailAddress> read() {
        while (position < value.length() && addresses.size() < MOST_ADDRESSES) {
            char c = value.charAt(position++);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> open();
                case '>' -> inAngle = false;
                case ',', ';' -> end();
                case ':' -> colon();
                default -> (inAngle ? angle : phrase).append(c);
            }
        }
        end();
        return List.copyOf(addresses);
    }

    /// A comma before it may have been forgotten.
    private void open() {
        if (!angle.isEmpty()) {
            end();
        }
        inAngle = true;
    }

    private void quoted() {
        StringBuilder into = inAngle ? angle : phrase;
        while (position < value.length()) {
            char c = value.charAt(position++);
            if (c == '"') {
                return;
            }
            boolean escape = c == '\\' && position < value.length();
            into.append(escape ? value.charAt(position++) : c);
        }
    }

    private void comment() {
        int depth = 1;
        while (position < value.length() && depth > 0) {
            char c = value.charAt(position++);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else {
                boolean escape = c == '\\' && position < value.length();
                comment.append(escape ? value.charAt(position++) : c);
            }
        }
    }

    /// Before it stands a route, within angle brackets, or the name of a group.
    private void colon() {
        (inAngle ? angle : phrase).setLength(0);
    }

    private void end() {
        String before = phrase.toString().strip();
        String address = angle.toString().replace(" ", "");
        boolean bare = address.isEmpty() && before.contains("@");
        if (bare) {
            address = before.replace(" ", "");
        }
        if (!address.isEmpty()) {
            String name = MailHeaders.decoded(bare ? comment.toString() : before);
            addresses.add(new MailAddress(name, Characters.line(address)));
        }
        phrase.setLength(0);
        comment.setLength(0);
        angle.setLength(0);
        inAngle = false;
    }
}
