package dev.shopbell.attachment.media;

/// What a PNG says of its pixels.
record PngHeader(int width, int height, int bitsPerPixel, boolean interlaced) {

    static PngHeader read(Bytes chunk) {
        long width = chunk.u32();
        long height = chunk.u32();
        int depth = chunk.u8();
        int samples = samples(chunk.u8(), depth);
        int compression = chunk.u8();
        int filter = chunk.u8();
        int interlacing = chunk.u8();
        if (compression != 0 || filter != 0 || interlacing > 1 || !chunk.isEmpty()) {
            throw Bytes.damaged();
        }
        ImageLimits.check(
                width,
                height,
                interlacing == 1 ? ImageLimits.MOST_PIXELS_AT_ONCE : ImageLimits.MOST_PIXELS);
        return new PngHeader((int) width, (int) height, depth * samples, interlacing == 1);
    }

    /// How many unpacked bytes the picture has: each row begins with the byte of its filter.
    long unpackedSize() {
        if (!interlaced) {
            return pass(width, height);
        }
        return pass(of(width, 0, 8), of(height, 0, 8))
                + pass(of(width, 4, 8), of(height, 0, 8))
                + pass(of(width, 0, 4), of(height, 4, 8))
                + pass(of(width, 2, 4), of(height, 0, 4))
                + pass(of(width, 0, 2), of(height, 2, 4))
                + pass(of(width, 1, 2), of(height, 0, 2))
                + pass(width, of(height, 1, 2));
    }

    private static int of(int all, int first, int step) {
        return Math.max(0, (all - first + step - 1) / step);
    }

    private long pass(int columns, int rows) {
        return columns == 0 ? 0 : rows * (1 + ((long) columns * bitsPerPixel + 7) / 8);
    }

    private static int samples(int colourType, int depth) {
        boolean possible =
                switch (colourType) {
                    case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
                    case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
                    case 2, 4, 6 -> depth == 8 || depth == 16;
                    default -> false;
                };
        if (!possible) {
            throw Bytes.damaged();
        }
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }
}
