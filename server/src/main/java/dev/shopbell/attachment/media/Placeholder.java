package dev.shopbell.attachment.media;

/// What to draw until a picture is there: twelve colours, four across and three down, row by row,
/// each as the three hexadecimal digits that CSS writes after `#`. 36 characters in all.
final class Placeholder {

    private static final int COLUMNS = 4;
    private static final int ROWS = 3;

    private Placeholder() {}

    static String of(Canvas canvas) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                text.append(colour(canvas, column, row));
            }
        }
        return text.toString();
    }

    private static String colour(Canvas canvas, int column, int row) {
        int left = canvas.width() * column / COLUMNS;
        int top = canvas.height() * row / ROWS;
        int right = Math.max(left + 1, canvas.width() * (column + 1) / COLUMNS);
        int bottom = Math.max(top + 1, canvas.height() * (row + 1) / ROWS);
        long[] sums = new long[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                addOnWhite(canvas.pixels()[y * canvas.width() + x], sums);
            }
        }
        long most = 0xffL * 0xff * (right - left) * (bottom - top);
        StringBuilder digits = new StringBuilder();
        for (long sum : sums) {
            digits.append(Character.forDigit((int) ((sum * 15 + most / 2) / most), 16));
        }
        return digits.toString();
    }

    private static void addOnWhite(int pixel, long[] sums) {
        int alpha = pixel >>> 24;
        int white = (0xff - alpha) * 0xff;
        sums[0] += white + alpha * (pixel >> 16 & 0xff);
        sums[1] += white + alpha * (pixel >> 8 & 0xff);
        sums[2] += white + alpha * (pixel & 0xff);
    }
}
