package dev.shopbell.store;

import dev.shopbell.platform.http.Refusal;

/// Why a store cannot be made, reached or set up.
public enum StoreRefusal implements Refusal {
    STORE_NOT_FOUND(404),
    NAME_EMPTY(422),
    NAME_TOO_LONG(422),
    ORIGIN_INVALID(422),
    /// Nobody could show the chat.
    ORIGIN_MISSING(422),
    TOO_MANY_ORIGINS(422),
    TIME_ZONE_UNKNOWN(422),
    /// Leads away from the store's own pages, or has not exactly one `{code}`.
    DISCOUNT_LINK_INVALID(422);

    private final int status;

    StoreRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
