package dev.shopbell.attachment.media;

/// How good a JPEG is by how coarsely it is stored, on the scale of the encoder that we write with:
/// that one takes the coarseness that the standard gives as an example for a half.
final class JpegQuality {

    /// What the example's table for luma adds up to.
    private static final double EXAMPLE = 3688;

    private static final int STEPS = 64;

    /// No worse than this, or what we add to the loss would be seen.
    private static final double LEAST = 0.4;

    private JpegQuality() {}

    /// By the table for luma, if it is among these; else as it is known so far.
    static float read(Bytes tables, float known) {
        float quality = known;
        Bytes rest = tables.rest();
        while (!rest.isEmpty()) {
            int kind = rest.u8();
            boolean wide = kind >> 4 != 0;
            long sum = 0;
            for (int i = 0; i < STEPS; i++) {
                sum += wide ? rest.u16() : rest.u8();
            }
            if ((kind & 0xf) == 0) {
                quality = of(sum / EXAMPLE);
            }
        }
        return quality;
    }

    private static float of(double coarseness) {
        double quality = coarseness > 1 ? 0.5 / coarseness : 1 - coarseness / 2;
        return (float) Math.clamp(quality, LEAST, Picture.BEST);
    }
}
