package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A GIF whose blocks were walked through to its end. As an image it is its first picture; see
/// [GifWriting] for all of them.
final class GifFile implements ImageFile {

    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;
    private static final int END = 0x3b;
    private static final int CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;

    private final Effort effort;
    private final int width;
    private final int height;
    private final byte[] palette;
    private final List<GifFrame> frames = new ArrayList<>();
    private int loops = -1;
    private int transparent = -1;
    private int disposal;
    private int delay;

    private GifFile(Bytes file) {
        effort = file.effort();
        file.skip("GIF89a".length());
        width = file.u16LittleEndian();
        height = file.u16LittleEndian();
        ImageLimits.check(width, height, ImageLimits.MOST_PIXELS_AT_ONCE);
        int flags = file.u8();
        file.skip(2);
        palette = palette(file, flags);
    }

    static GifFile read(Bytes file) {
        GifFile gif = new GifFile(file);
        int block = file.u8();
        while (block != END) {
            switch (block) {
                case EXTENSION -> gif.extension(file);
                case PICTURE -> gif.picture(file);
                default -> throw Bytes.damaged();
            }
            block = file.u8();
        }
        if (gif.frames.isEmpty() || !file.isEmpty()) {
            throw Bytes.damaged();
        }
        return gif;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int orientation() {
        return 1;
    }

    @Override
    public byte @Nullable [] profile() {
        return null;
    }

    @Override
    public boolean isLossless() {
        return true;
    }

    @Override
    public boolean isAnimated() {
        return frames.size() > 1;
    }

    List<GifFrame> frames() {
        return frames;
    }

    /// The colours of pictures that have none of their own.
    byte[] palette() {
        return palette;
    }

    /// How often it plays after the first time, 0 for ever, -1 not again.
    int loops() {
        return loops;
    }

    @Override
    public void draw(Rows rows) {
        GifFrame first = frames.getFirst();
        effort.draw((long) first.width() * first.height());
        byte[] indices = first.indices();
        int[] stored = new int[first.height()];
        int[] order = first.rowOrder();
        for (int i = 0; i < order.length; i++) {
            stored[order[i]] = i;
        }
        for (int y = 0; y < height; y++) {
            int[] argb = new int[width];
            int row = y - first.top();
            if (row >= 0 && row < first.height()) {
                int from = stored[row] * first.width();
                for (int x = 0; x < first.width(); x++) {
                    argb[first.left() + x] = first.argb(indices[from + x] & 0xff);
                }
            }
            rows.add(argb);
        }
    }

    private void extension(Bytes file) {
        int label = file.u8();
        Bytes body = file.take(file.u8());
        if (label == CONTROL) {
            control(body);
        } else if (label == APPLICATION && body.startsWith("NETSCAPE2.0")) {
            Bytes block = file.take(file.u8());
            if (block.left() == 3 && block.u8() == 1) {
                loops = block.u16LittleEndian();
            }
        }
        if (!body.isEmpty() || label == CONTROL) {
            skipBlocks(file);
        }
    }

    private void control(Bytes body) {
        int flags = body.u8();
        delay = body.u16LittleEndian();
        int colour = body.u8();
        transparent = (flags & 1) == 1 ? colour : -1;
        disposal = (flags >> 2) & 7;
    }

    private void picture(Bytes file) {
        int left = file.u16LittleEndian();
        int top = file.u16LittleEndian();
        int columns = file.u16LittleEndian();
        int rows = file.u16LittleEndian();
        int flags = file.u8();
        byte[] own = palette(file, flags);
        boolean isLocal = own.length > 0;
        if (left + columns > width
                || top + rows > height
                || columns == 0
                || rows == 0
                || (!isLocal && palette.length == 0)) {
            throw Bytes.damaged();
        }
        if (frames.size() == ImageLimits.MOST_FRAMES) {
            throw new RefusedException(AttachmentRefusal.IMAGE_TOO_LARGE);
        }
        Bytes packed = file.rest();
        file.skip(1);
        skipBlocks(file);
        frames.add(
                new GifFrame(
                        left,
                        top,
                        columns,
                        rows,
                        (flags & 0x40) != 0,
                        isLocal ? own : palette,
                        isLocal,
                        transparent,
                        disposal > 3 ? 0 : disposal,
                        delay,
                        packed));
        transparent = -1;
        disposal = 0;
        delay = 0;
    }

    private static void skipBlocks(Bytes file) {
        int length = file.u8();
        while (length > 0) {
            file.skip(length);
            length = file.u8();
        }
    }

    private static byte[] palette(Bytes file, int flags) {
        return (flags & 0x80) == 0 ? new byte[0] : file.copy(3L << ((flags & 7) + 1));
    }
}
