package dev.shopbell.email.account;

import dev.shopbell.platform.text.PlainText;
import java.util.regex.Pattern;

/// What a stranger's server said, made fit to be shown: its first line, short, without anything
/// that steers a terminal or turns the direction of what follows.
final class SaidByServer {

    private static final int LONGEST = 200;
    private static final Pattern FIRST_LINE = Pattern.compile("\\R.*", Pattern.DOTALL);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");

    private SaidByServer() {}

    static String line(String said) {
        String first = FIRST_LINE.matcher(PlainText.stripped(said)).replaceFirst("");
        return PlainText.shortened(UNFIT.matcher(first).replaceAll(" "), LONGEST);
    }
}
