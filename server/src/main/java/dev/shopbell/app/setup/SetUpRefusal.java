package dev.shopbell.app.setup;

import dev.shopbell.platform.http.Refusal;

/// Why an installation cannot be set up this way.
enum SetUpRefusal implements Refusal {
    WRONG_CODE(403),
    PUBLIC_URL_INVALID(422);

    private final int status;

    SetUpRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
