package dev.shopbell.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/// An sRGB colour as `#RRGGBB`, with the arithmetic the widget's colours are derived by: contrast
/// after WCAG 2.2 (relative luminance), lightness in OKLab (Björn Ottosson, 2020).
public record Colour(@JsonValue String hex) {

    private static final Pattern HEX =
            Pattern.compile("#[0-9A-F]{6}"); // before the colours it checks

    public static final Colour WHITE = new Colour("#FFFFFF");
    static final Colour INK = new Colour("#1C1B19");
    static final Colour BLACK = new Colour("#000000");

    private static final double READABLE = 4.5;
    private static final int STEPS = 100;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Colour {
        hex = hex.toUpperCase(Locale.ROOT);
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("a colour is #RRGGBB");
        }
    }

    /// Ink or white, whichever is easier to read on this colour; black on the middling colours that
    /// neither reads well on.
    public Colour textOn() {
        Colour easier = contrast(WHITE) >= contrast(INK) ? WHITE : INK;
        return contrast(easier) >= READABLE ? easier : BLACK;
    }

    /// This colour made darker or lighter, hue kept, until text in it reads well on `background`.
    public Colour readableOn(Colour background) {
        if (contrast(background) >= READABLE) {
            return this;
        }
        boolean darken = BLACK.contrast(background) > WHITE.contrast(background);
        Oklab start = Oklab.of(this);
        for (int step = 1; step <= STEPS; step++) {
            double way = (double) step / STEPS;
            double lightness =
                    darken
                            ? start.lightness() * (1 - way)
                            : start.lightness() + (1 - start.lightness()) * way;
            Colour candidate = start.withLightness(lightness).colour();
            if (candidate.contrast(background) >= READABLE) {
                return candidate;
            }
        }
        return darken ? BLACK : WHITE;
    }

    double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    private double luminance() {
        return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
    }

    /// One channel (0 red, 1 green, 2 blue) without the sRGB transfer curve, 0 to 1.
    double linear(int channel) {
        double value = Integer.parseInt(hex, 1 + 2 * channel, 3 + 2 * channel, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
