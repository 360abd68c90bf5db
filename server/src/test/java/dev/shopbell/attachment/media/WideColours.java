package dev.shopbell.attachment.media;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A colour profile as wide as those of current phones: the JDK's own for screens with the
/// primaries of Display P3 in it.
final class WideColours {

    private static final double[][] PRIMARIES = {
        {0.5151, 0.2412, -0.0011}, {0.2920, 0.6922, 0.0419}, {0.1571, 0.0666, 0.7841}
    };

    private WideColours() {}

    static byte[] screen() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    static byte[] profile() {
        ByteBuffer profile = ByteBuffer.wrap(screen());
        int tags = profile.getInt(128);
        for (int tag = 0; tag < tags; tag++) {
            int at = 132 + tag * 12;
            byte[] name = new byte[4];
            profile.get(at, name);
            int channel =
                    "rXYZ gXYZ bXYZ".indexOf(new String(name, StandardCharsets.ISO_8859_1)) / 5;
            if (new String(name, StandardCharsets.ISO_8859_1).matches("[rgb]XYZ")) {
                for (int i = 0; i < 3; i++) {
                    profile.putInt(
                            profile.getInt(at + 4) + 8 + i * 4,
                            (int) Math.round(PRIMARIES[channel][i] * 65536));
                }
            }
        }
        return profile.array();
    }
}
