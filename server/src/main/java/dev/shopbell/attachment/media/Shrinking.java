package dev.shopbell.attachment.media;

import java.util.Arrays;

/// Makes a smaller picture of rows as they come: each pixel is the average of the area it stands
/// for. Holds the smaller picture and one row, whatever the size of the larger.
final class Shrinking implements Rows {

    private final int fromWidth;
    private final int fromHeight;
    private final Canvas into;

    /// Alpha, red, green and blue of the row that is being summed up; colours multiplied by alpha.
    private final float[] sums;

    private final float[] scaled;
    private int rowsTaken;
    private int rowsDone;

    private Shrinking(int fromWidth, int fromHeight, Canvas into) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.into = into;
        this.sums = new float[into.width() * 4];
        this.scaled = new float[into.width() * 4];
    }

    /// Shrinks to what fits both, or not at all if it fits as it is.
    static Shrinking toFit(int width, int height, int longestEdge, int mostPixels, Effort effort) {
        double byEdge = (double) longestEdge / Math.max(width, height);
        double byPixels = Math.sqrt((double) mostPixels / ((double) width * height));
        double factor = Math.min(1, Math.min(byEdge, byPixels));
        int toWidth = (int) Math.max(1, factor * width);
        int toHeight = (int) Math.max(1, factor * height);
        effort.draw((long) toWidth * toHeight);
        return new Shrinking(width, height, new Canvas(toWidth, toHeight));
    }

    @Override
    public void add(int[] argb) {
        if (rowsTaken == fromHeight) {
            throw Bytes.damaged();
        }
        if (fromWidth == into.width() && fromHeight == into.height()) {
            System.arraycopy(argb, 0, into.pixels(), rowsTaken * fromWidth, fromWidth);
            rowsTaken++;
            rowsDone++;
            return;
        }
        scale(argb);
        addUp();
    }

    Canvas done() {
        if (rowsTaken != fromHeight || rowsDone != into.height()) {
            throw Bytes.damaged();
        }
        return into;
    }

    /// Each pixel of the wide row gives the two narrow ones it may lie across their shares.
    private void scale(int[] argb) {
        Arrays.fill(scaled, 0);
        int width = into.width();
        for (int x = 0; x < fromWidth; x++) {
            // In units of 1/fromWidth of a narrow pixel, so that it all stays whole numbers.
            long begins = (long) x * width;
            int column = (int) (begins / fromWidth);
            long boundary = (long) (column + 1) * fromWidth;
            long here = Math.min(begins + width, boundary) - begins;
            share(argb[x], (float) here / fromWidth, column);
            if (here < width) {
                share(argb[x], (float) (width - here) / fromWidth, column + 1);
            }
        }
    }

    private void share(int pixel, float part, int column) {
        int alpha = pixel >>> 24;
        float weight = part * alpha;
        int at = column * 4;
        scaled[at] += weight;
        scaled[at + 1] += weight * (pixel >> 16 & 0xff);
        scaled[at + 2] += weight * (pixel >> 8 & 0xff);
        scaled[at + 3] += weight * (pixel & 0xff);
    }

    private void addUp() {
        int height = into.height();
        long begins = (long) rowsTaken * height;
        long boundary = (long) (rowsDone + 1) * fromHeight;
        long here = Math.min(begins + height, boundary) - begins;
        sum((float) here / fromHeight);
        if (begins + height >= boundary) {
            write();
            sum((float) (height - here) / fromHeight);
        }
        rowsTaken++;
    }

    private void sum(float part) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += part * scaled[i];
        }
    }

    private void write() {
        int[] pixels = into.pixels();
        int at = rowsDone * into.width();
        for (int x = 0; x < into.width(); x++) {
            float alpha = sums[x * 4];
            int a = level(alpha);
            pixels[at + x] =
                    a == 0
                            ? 0
                            : a << 24
                                    | level(sums[x * 4 + 1] / alpha) << 16
                                    | level(sums[x * 4 + 2] / alpha) << 8
                                    | level(sums[x * 4 + 3] / alpha);
        }
        Arrays.fill(sums, 0);
        rowsDone++;
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
