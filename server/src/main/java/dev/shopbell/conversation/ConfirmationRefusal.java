package dev.shopbell.conversation;

import dev.shopbell.platform.http.Refusal;

/// Why pressing a link in a mail confirms nothing in this browser.
public enum ConfirmationRefusal implements Refusal {
    /// It is none, was used, or came too late: which, nobody is told.
    CONFIRMATION_OVER(410),
    /// The browser is somebody's who has another address, and stays theirs.
    CONFIRMATION_OF_ANOTHER(409);

    private final int status;

    ConfirmationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
