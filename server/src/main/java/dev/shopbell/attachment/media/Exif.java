package dev.shopbell.attachment.media;

import dev.shopbell.platform.http.RefusedException;

/// The one thing in EXIF that changes how a picture looks: which side is up.
final class Exif {

    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /// `otherwise` when the segment says nothing of it that can be understood: photos with broken
    /// EXIF are shown as they lie.
    static int orientation(Bytes segment, int otherwise) {
        String magic = "Exif\0\0";
        if (!segment.startsWith(magic)) {
            return otherwise;
        }
        try {
            Bytes tiff = segment.rest();
            tiff.skip(magic.length());
            return inTiff(tiff, otherwise);
        } catch (RefusedException e) {
            return otherwise;
        }
    }

    /// Without the six letters before it, as PNG and WebP carry it.
    static int inTiff(Bytes tiff, int otherwise) {
        Bytes header = tiff.rest();
        boolean little = header.startsWith("II*\0");
        if (!little && !header.startsWith("MM\0*")) {
            return otherwise;
        }
        header.skip(4);
        Bytes directory = tiff.rest();
        directory.skip(little ? header.u32LittleEndian() : header.u32());
        for (int left = u16(directory, little); left > 0; left--) {
            Bytes entry = directory.take(12);
            if (u16(entry, little) == ORIENTATION) {
                entry.skip(6);
                int orientation = u16(entry, little);
                return orientation >= 1 && orientation <= 8 ? orientation : otherwise;
            }
        }
        return otherwise;
    }

    private static int u16(Bytes bytes, boolean little) {
        return little ? bytes.u16LittleEndian() : bytes.u16();
    }
}
