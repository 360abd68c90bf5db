package dev.shopbell.attachment.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Drawings and screenshots often have at most 256 colours, and are a third of the size with a
/// palette.
final class FewColours {

    private static final int MOST = 256;

    private FewColours() {}

    static Optional<BufferedImage> of(Canvas canvas) {
        Map<Integer, Integer> palette = new HashMap<>();
        int last = ~canvas.pixels()[0];
        for (int pixel : canvas.pixels()) {
            if (pixel != last) {
                last = pixel;
                palette.putIfAbsent(pixel, palette.size());
                if (palette.size() > MOST) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(image(canvas, palette));
    }

    private static BufferedImage image(Canvas canvas, Map<Integer, Integer> palette) {
        int[] colours = new int[palette.size()];
        palette.forEach((colour, index) -> colours[index] = colour);
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image =
                new BufferedImage(
                        canvas.width(), canvas.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] indices = new int[canvas.width()];
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < indices.length; x++) {
                indices[x] = palette.getOrDefault(canvas.pixels()[y * indices.length + x], 0);
            }
            image.getRaster().setPixels(0, y, indices.length, 1, indices);
        }
        return image;
    }
}
