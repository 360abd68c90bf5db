package dev.shopbell.benchmark.load;

import dev.shopbell.benchmark.load.Reactor.Peer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A kept-alive HTTP/1.1 connection with one request at a time. Understands just what our servers
/// answer: a head with `content-length`, and a body.
public final class HttpPeer implements Peer {

    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final String LENGTH = "content-length:";

    /// What happens to it.
    public interface Listener {
        /// It is connected, or has answered: free for the next request.
        void free(HttpPeer peer) throws IOException;

        void answered(int status, String body);

        void closed();
    }

    private final Listener listener;
    private final Unread unread = new Unread();
    private @Nullable Connection connection;

    public HttpPeer(Listener listener) {
        this.listener = listener;
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public void send(byte[] request) throws IOException {
        if (connection == null) {
            throw new IllegalStateException("not connected");
        }
        connection.send(request);
    }

    @Override
    public void connected(Connection connected) throws IOException {
        connection = connected;
        listener.free(this);
    }

    @Override
    public void received(Connection from, ByteBuffer bytes) throws IOException {
        unread.add(bytes);
        int end = unread.indexOf(END_OF_HEAD, 0);
        if (end < 0) {
            return;
        }
        String head = new String(unread.bytes(), 0, end, StandardCharsets.US_ASCII);
        int body = end + END_OF_HEAD.length;
        int length = lengthIn(head);
        if (unread.length() < body + length) {
            return;
        }
        int status = Integer.parseInt(head, 9, 12, 10);
        String text = new String(unread.bytes(), body, length, StandardCharsets.UTF_8);
        unread.drop(body + length);
        listener.answered(status, text);
        listener.free(this);
    }

    @Override
    public void closed() {
        listener.closed();
    }

    private static int lengthIn(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int end = head.indexOf('\r', at);
        return Integer.parseInt(
                head.substring(at + LENGTH.length(), end < 0 ? head.length() : end).strip());
    }
}
