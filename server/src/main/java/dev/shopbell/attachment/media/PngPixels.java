package dev.shopbell.attachment.media;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Whether packed pixels unpack to as many as were announced: fewer were cut off, more are a bomb.
/// Stops at the first that is too many.
final class PngPixels {

    private PngPixels() {}

    static void check(PngHeader header, byte[] packed) {
        long expected = header.unpackedSize();
        byte[] buffer = new byte[8192];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            while (!inflater.finished() && inflater.getBytesWritten() <= expected) {
                if (inflater.inflate(buffer) == 0 && !inflater.finished()) {
                    throw Bytes.damaged();
                }
            }
            if (inflater.getBytesWritten() != expected) {
                throw Bytes.damaged();
            }
        } catch (DataFormatException e) {
            throw Bytes.damaged();
        }
    }
}
