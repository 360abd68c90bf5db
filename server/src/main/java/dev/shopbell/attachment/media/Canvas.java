package dev.shopbell.attachment.media;

/// A picture in memory: rows of ARGB, not multiplied by alpha.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record Canvas(int width, int height, int[] pixels) {

    Canvas(int width, int height) {
        this(width, height, new int[width * height]);
    }

    boolean isOpaque() {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /// The same picture on white paper.
    Canvas onWhite(Effort effort) {
        effort.draw(pixels.length);
        Canvas white = new Canvas(width, height);
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int alpha = pixel >>> 24;
            white.pixels[i] =
                    0xff << 24
                            | onWhite(pixel >> 16 & 0xff, alpha) << 16
                            | onWhite(pixel >> 8 & 0xff, alpha) << 8
                            | onWhite(pixel & 0xff, alpha);
        }
        return white;
    }

    private static int onWhite(int level, int alpha) {
        return (level * alpha + 0xff * (0xff - alpha) + 0x7f) / 0xff;
    }

    /// The same picture with its longer edge no longer than `longest`.
    Canvas within(int longest, Effort effort) {
        if (Math.max(width, height) <= longest) {
            return this;
        }
        Shrinking shrinking = Shrinking.toFit(width, height, longest, pixels.length, effort);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, row, 0, width);
            shrinking.add(row);
        }
        return shrinking.done();
    }

    /// Turned upright: `orientation` is what EXIF says about the picture as it is now.
    Canvas upright(int orientation, Effort effort) {
        if (orientation == 1) {
            return this;
        }
        boolean turned = orientation >= 5;
        effort.draw(pixels.length);
        Canvas upright = turned ? new Canvas(height, width) : new Canvas(width, height);
        for (int y = 0; y < upright.height; y++) {
            for (int x = 0; x < upright.width; x++) {
                upright.pixels[y * upright.width + x] = pixels[source(orientation, x, y)];
            }
        }
        return upright;
    }

    /// Where the pixel that belongs at (x, y) of the upright picture is in this one.
    private int source(int orientation, int x, int y) {
        int right = width - 1;
        int bottom = height - 1;
        return switch (orientation) {
            case 2 -> y * width + right - x;
            case 3 -> (bottom - y) * width + right - x;
            case 4 -> (bottom - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (bottom - x) * width + y;
            case 7 -> (bottom - x) * width + right - y;
            case 8 -> x * width + right - y;
            default -> y * width + x;
        };
    }
}
