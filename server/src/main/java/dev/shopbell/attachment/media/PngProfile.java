package dev.shopbell.attachment.media;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The packed colour profile of a PNG. Profiles for screens have a few kilobytes; one that is
/// larger than any is left unread.
final class PngProfile {

    private static final int MOST_BYTES = 1 << 20;

    private PngProfile() {}

    static byte @Nullable [] read(Bytes chunk) {
        while (chunk.u8() != 0) {
            // its name, which says nothing
        }
        chunk.skip(1);
        byte[] packed = chunk.copy(chunk.left());
        byte[] buffer = new byte[MOST_BYTES];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            int length = 0;
            int more = inflater.inflate(buffer);
            while (more > 0) {
                length += more;
                more = inflater.inflate(buffer, length, MOST_BYTES - length);
            }
            return inflater.finished() ? Arrays.copyOf(buffer, length) : null;
        } catch (DataFormatException e) {
            return null;
        }
    }
}
