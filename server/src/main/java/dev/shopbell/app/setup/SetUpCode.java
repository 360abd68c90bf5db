package dev.shopbell.app.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/// The code that proves somebody reads this server's log: 80 random bits in letters that are not
/// mistaken for each other.
final class SetUpCode {

    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final String code;

    private SetUpCode(String code) {
        this.code = code;
    }

    static SetUpCode draw(SecureRandom random) {
        StringBuilder drawn = new StringBuilder();
        for (int at = 0; at < GROUPS * GROUP_LENGTH; at++) {
            drawn.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new SetUpCode(drawn.toString());
    }

    /// In groups of four, to be typed off.
    String spelt() {
        return String.join("-", code.split("(?<=\\G.{" + GROUP_LENGTH + "})"));
    }

    /// However it was typed: case, blanks and dashes do not matter. Takes the same time for every
    /// wrong code.
    boolean is(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return MessageDigest.isEqual(
                plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
