package dev.shopbell.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.crash.Wire.Caller;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An open socket, read frame by frame. Pings are answered here.
final class SocketLine implements AutoCloseable {

    private static final JsonNode END = Wire.JSON.missingNode();

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private SocketLine(Wire wire, String path, Caller caller) throws IOException {
        this.socket = wire.socket(path, caller, new Ear());
    }

    static SocketLine open(Wire wire, String path, Caller caller, JsonNode hello)
            throws IOException {
        SocketLine line = new SocketLine(wire, path, caller);
        line.say(hello);
        return line;
    }

    /// The next frame; null when none came in time. Throws when the connection has ended.
    @Nullable JsonNode next(Duration atMost) throws IOException {
        try {
            JsonNode frame = heard.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (frame != null && frame.isMissingNode()) {
                throw new IOException("the connection ended");
            }
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without good-bye, as a lost network would.
    @Override
    public void close() {
        socket.abort();
    }

    private void say(JsonNode frame) {
        var _ = socket.sendText(frame.toString(), true);
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard(from, part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add(END);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            heard.add(END);
        }

        private void heard(WebSocket from, String text) {
            try {
                JsonNode frame = Wire.JSON.readTree(text);
                if (frame.get("type").asText().equals("ping")) {
                    var _ = from.sendText("{\"type\":\"pong\"}", true);
                } else {
                    heard.add(frame);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
