package dev.shopbell.realtime;

import io.quarkus.websockets.next.CloseReason;
import java.util.Locale;

/// Why the server ends a socket; the codes of `docs/reference/protocol.md`, section 4.
enum Ending {
    TOO_LARGE(1009),
    INTERNAL(1011),
    GOING_AWAY(1012),
    UNAVAILABLE(1013),
    NOT_A_FRAME(4400),
    SIGNED_OUT(4401),
    WRONG_ORIGIN(4403),
    NOT_FOUND(4404),
    SILENT(4408),
    TOO_SLOW(4413),
    TOO_MANY_FRAMES(4429);

    private final int code;

    Ending(int code) {
        this.code = code;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    CloseReason reason() {
        return new CloseReason(code, word());
    }
}
