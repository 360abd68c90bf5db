package dev.shopbell.commerce;

import dev.shopbell.platform.http.Refusal;

/// Why a part of an import was not taken, or a line of it.
public enum ImportRefusal implements Refusal {
    /// Lines before it are missing: the problem's `next` is the number of the first one.
    IMPORT_GAP(409),
    /// None of `customer`, `product`, `order`.
    LINE_TYPE_UNKNOWN(422),
    /// The key does not allow to tell of these.
    LINE_NOT_PERMITTED(403);

    private final int status;

    ImportRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
