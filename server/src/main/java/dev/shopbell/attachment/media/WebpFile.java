package dev.shopbell.attachment.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import org.jspecify.annotations.Nullable;

/// A WebP whose chunks were walked through to its end. What the decoder gets is written anew of the
/// chunks that pictures are made of. An animated one shows its first picture: nothing we have can
/// write the others.
final class WebpFile implements ImageFile {

    private static final int ANIMATED = 0x02;

    private final Effort effort;
    private int width;
    private int height;
    private boolean isAnimated;
    private byte @Nullable [] profile;
    private int orientation = 1;
    private @Nullable WebpPicture picture;
    private @Nullable Bytes alpha;

    private WebpFile(Effort effort) {
        this.effort = effort;
    }

    static WebpFile read(Bytes file) {
        WebpFile webp = new WebpFile(file.effort());
        file.skip(4);
        if (file.u32LittleEndian() != file.left()) {
            throw Bytes.damaged();
        }
        file.skip(4);
        while (!file.isEmpty()) {
            webp.chunk(file.name(), WebpPicture.body(file));
        }
        webp.picture();
        return webp;
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
        return orientation;
    }

    @Override
    public byte @Nullable [] profile() {
        return profile;
    }

    @Override
    public boolean isLossless() {
        return picture().isLossless();
    }

    @Override
    public boolean isAnimated() {
        return isAnimated;
    }

    @Override
    public void draw(Rows rows) {
        WebpPicture only = picture();
        Rows placed = only.isWhole(width, height) ? rows : new Placed(only, width, height, rows);
        new PixelReading(
                        new WebPImageReaderSpi().createReaderInstance(null),
                        only.width(),
                        only.height(),
                        effort)
                .drawAtOnce(only.alone(), placed);
        if (placed instanceof Placed sparse) {
            sparse.end();
        }
    }

    private WebpPicture picture() {
        if (picture == null) {
            throw Bytes.damaged();
        }
        return picture;
    }

    private void chunk(String name, Bytes body) {
        switch (name) {
            case "VP8X" -> canvas(body);
            case "ICCP" -> profile = body.copy(body.left());
            case "EXIF" -> orientation = Exif.orientation(body, Exif.inTiff(body, orientation));
            case "ALPH" -> alpha = body;
            case "VP8 ", "VP8L" -> whole(WebpPicture.read(name, body, alpha));
            case "ANMF" -> frame(body);
            default -> {}
        }
    }

    private void canvas(Bytes body) {
        if (width > 0) {
            throw Bytes.damaged();
        }
        isAnimated = (body.u8() & ANIMATED) != 0;
        body.skip(3);
        width = body.u24LittleEndian() + 1;
        height = body.u24LittleEndian() + 1;
        ImageLimits.check(width, height, ImageLimits.MOST_PIXELS_AT_ONCE);
    }

    private void whole(WebpPicture whole) {
        if (picture != null || isAnimated || (width > 0 && !whole.isWhole(width, height))) {
            throw Bytes.damaged();
        }
        picture = whole;
        width = whole.width();
        height = whole.height();
    }

    private void frame(Bytes body) {
        if (!isAnimated) {
            throw Bytes.damaged();
        }
        if (picture != null) {
            return;
        }
        picture = WebpPicture.inFrame(body);
        if (picture.left() + picture.width() > width || picture.top() + picture.height() > height) {
            throw Bytes.damaged();
        }
    }

    /// A first picture that is smaller than the whole: nothing is around it.
    private static final class Placed implements Rows {

        private final WebpPicture picture;
        private final int height;
        private final Rows rows;
        private final int[] row;
        private int taken;

        Placed(WebpPicture picture, int width, int height, Rows rows) {
            this.picture = picture;
            this.height = height;
            this.rows = rows;
            this.row = new int[width];
        }

        @Override
        public void add(int[] argb) {
            if (taken == 0) {
                empty(picture.top());
            }
            System.arraycopy(argb, 0, row, picture.left(), argb.length);
            rows.add(row);
            taken++;
        }

        void end() {
            empty(height - picture.top() - picture.height());
        }

        private void empty(int count) {
            int[] nothing = new int[row.length];
            for (int i = 0; i < count; i++) {
                rows.add(nothing);
            }
        }
    }
}
