package dev.shopbell.notification.push;

import dev.shopbell.platform.http.Refusal;

/// Why a browser is not told.
public enum PushRefusal implements Refusal {
    /// Not what a browser's push service gives out: an https address and two keys.
    SUBSCRIPTION_INVALID(422);

    private final int status;

    PushRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
