package dev.shopbell.realtime;

import io.quarkus.websockets.next.CloseReason;

/// Why the server ends a socket; the codes of `docs/reference/protocol.md`, section 4.
enum Ending {
    GOING_AWAY(1012),
    NOT_A_FRAME(4400),
    SIGNED_OUT(4401),
    WRONG_ORIGIN(4403),
    NOT_FOUND(4404),
    SILENT(4408),
    TOO_SLOW(4413),
    TOO_MANY_FRAMES(4429),
    UNAVAILABLE(1013);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    CloseReason reason() {
        return new CloseReason(code, name().toLowerCase(java.util.Locale.ROOT));
    }
}
