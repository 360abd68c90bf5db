package dev.shopbell.platform.mail;

import java.util.regex.Pattern;

/// Words for a header of a mail: whatever people are called, it stays one header.
public final class OneLine {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

    public static String of(String words) {
        return BREAKS.matcher(words).replaceAll(" ").strip();
    }
}
