package dev.shopbell.platform.http;

/// How much one answer may hold.
public final class PageSize {

    private static final int LARGEST_PAGE = 100;
    private static final int LARGEST_RANGE = 200;

    private PageSize() {}

    /// Entries of a list, 1 to 100.
    public static int page(int wanted) {
        return within(wanted, LARGEST_PAGE);
    }

    /// Messages of a thread, 1 to 200.
    public static int range(int wanted) {
        return within(wanted, LARGEST_RANGE);
    }

    private static int within(int wanted, int most) {
        if (wanted < 1 || wanted > most) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "limit");
        }
        return wanted;
    }
}
