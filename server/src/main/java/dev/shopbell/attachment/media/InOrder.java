package dev.shopbell.attachment.media;

/// Makes rows of pixels that come from left to right and from top to bottom: those of the last
/// pass, where there are several.
final class InOrder implements Easel.Pixels {

    private final int height;
    private final Effort effort;
    private final Rows rows;
    private final int[] row;
    private int passesLeft;
    private int y;

    InOrder(int width, int height, int passes, Effort effort, Rows rows) {
        this.row = new int[width];
        this.height = height;
        this.passesLeft = passes;
        this.effort = effort;
        this.rows = rows;
    }

    @Override
    public boolean begins(int at) {
        effort.checkTime();
        if (at == 0) {
            passesLeft--;
        }
        return passesLeft <= 0;
    }

    @Override
    public void put(int x, int at, int argb) {
        if (at != y) {
            next();
        }
        if (at != y) {
            throw Bytes.damaged();
        }
        row[x] = argb;
    }

    void end() {
        next();
        if (y != height) {
            throw Bytes.damaged();
        }
    }

    private void next() {
        effort.checkTime();
        rows.add(row);
        y++;
    }
}
