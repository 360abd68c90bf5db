package dev.shopbell.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// What a receiver says, of which only the beginning is kept. Heard by one thread and read by
/// another.
final class Heard {

    private static final int MOST = 1024;
    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int WRONG = 400;

    private final int status;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

    Heard(int status) {
        this.status = status;
    }

    /// Says whether more is of interest.
    boolean hear(Buffer bytes) {
        synchronized (beginning) {
            int room = MOST - beginning.size();
            beginning.writeBytes(bytes.getBytes(0, Math.min(room, bytes.length())));
            return beginning.size() < MOST;
        }
    }

    int status() {
        return status;
    }

    /// What the database can keep of it; a character that was cut in two is left out.
    @Nullable String text() {
        String text;
        synchronized (beginning) {
            text = beginning.toString(UTF_8);
        }
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int character : text.codePoints().toArray()) {
            int kind = Character.getType(character);
            boolean isText =
                    kind != Character.SURROGATE
                            && (kind != Character.CONTROL || Character.isWhitespace(character));
            bytes += Character.toString(character).getBytes(UTF_8).length;
            if (bytes > MOST) {
                break;
            }
            if (isText) {
                kept.appendCodePoint(character);
            }
        }
        return kept.isEmpty() ? null : kept.toString();
    }

    /// Null when that is how somebody says they have it.
    @Nullable String error() {
        if (status >= OK && status < REDIRECTS) {
            return null;
        }
        return status >= REDIRECTS && status < WRONG ? "redirected" : "refused";
    }
}
