package dev.shopbell.attachment.media;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/// Makes colours that are meant in a profile of their own (phones' wide colours) those of every
/// screen, so that the profile need not be kept.
final class ScreenColours {

    private static final int ROWS_AT_ONCE = 64;

    private ScreenColours() {}

    /// A profile that is none, or not for red, green and blue, is no reason to refuse a picture:
    /// its colours are then taken as they are.
    static void apply(byte @Nullable [] profile, Canvas canvas) {
        if (profile == null) {
            return;
        }
        try {
            ICC_Profile from = ICC_Profile.getInstance(profile);
            if (from.getColorSpaceType() == ColorSpace.TYPE_RGB) {
                ICC_Profile screen = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
                convert(new ColorConvertOp(new ICC_Profile[] {from, screen}, null), canvas);
            }
        } catch (IllegalArgumentException | CMMException e) {
            return;
        }
    }

    private static void convert(ColorConvertOp toScreen, Canvas canvas) {
        int width = canvas.width();
        WritableRaster strip =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, ROWS_AT_ONCE, 3, null);
        int[] samples = new int[width * 3];
        for (int y = 0; y < canvas.height(); y += ROWS_AT_ONCE) {
            int rows = Math.min(ROWS_AT_ONCE, canvas.height() - y);
            for (int row = 0; row < rows; row++) {
                split(canvas, y + row, samples);
                strip.setPixels(0, row, width, 1, samples);
            }
            WritableRaster converted = toScreen.filter(strip, null);
            for (int row = 0; row < rows; row++) {
                converted.getPixels(0, row, width, 1, samples);
                join(canvas, y + row, samples);
            }
        }
    }

    private static void split(Canvas canvas, int y, int[] samples) {
        int from = y * canvas.width();
        for (int x = 0; x < canvas.width(); x++) {
            int pixel = canvas.pixels()[from + x];
            samples[x * 3] = pixel >> 16 & 0xff;
            samples[x * 3 + 1] = pixel >> 8 & 0xff;
            samples[x * 3 + 2] = pixel & 0xff;
        }
    }

    private static void join(Canvas canvas, int y, int[] samples) {
        int into = y * canvas.width();
        for (int x = 0; x < canvas.width(); x++) {
            canvas.pixels()[into + x] =
                    (canvas.pixels()[into + x] & 0xff000000)
                            | samples[x * 3] << 16
                            | samples[x * 3 + 1] << 8
                            | samples[x * 3 + 2];
        }
    }
}
