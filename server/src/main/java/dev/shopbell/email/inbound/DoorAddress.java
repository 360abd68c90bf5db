package dev.shopbell.email.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the door for mail listens.
public record DoorAddress(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[^\\s:]+):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    /// Whether it has the form `host:port`.
    public static boolean fits(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && Integer.parseInt(matcher.group(2)) <= LAST_PORT;
    }

    static DoorAddress parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not host:port");
        }
        return new DoorAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }
}
