package dev.shopbell.benchmark.load;

import dev.shopbell.benchmark.load.Reactor.Peer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A WebSocket that listens: RFC 6455 as far as a client needs it. Answers the server's pings,
/// those of the protocol and those of the application.
public final class SocketPeer implements Peer {

    private static final byte[] END_OF_HEAD = HttpPeer.ascii("\r\n\r\n");
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final String ASKED = "{\"type\":\"ping\"}";
    private static final byte[] ANSWERED = HttpPeer.ascii("{\"type\":\"pong\"}");

    /// What happens to it.
    public interface Listener {
        void heard(SocketPeer peer, String frame);

        void closed(String why);
    }

    private final String handshake;
    private final String hello;
    private final Listener listener;
    private final Unread unread = new Unread();
    private boolean open;
    private String ending = "without a word";

    /// `headers` are whole lines, each with its end.
    public SocketPeer(String host, String path, String headers, String hello, Listener listener) {
        this.handshake =
                """
                GET %s HTTP/1.1
                Host: %s
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                %s
                """
                        .formatted(path, host, headers)
                        .replace("\n", "\r\n");
        this.hello = hello;
        this.listener = listener;
    }

    @Override
    public void connected(Connection connection) throws IOException {
        connection.send(HttpPeer.ascii(handshake));
    }

    @Override
    public void received(Connection connection, ByteBuffer bytes) throws IOException {
        unread.add(bytes);
        if (!open && !accepted(connection)) {
            return;
        }
        while (readFrame(connection)) {
            // as many as have arrived
        }
    }

    @Override
    public void closed() {
        listener.closed(ending);
    }

    private boolean accepted(Connection connection) throws IOException {
        int end = unread.indexOf(END_OF_HEAD, 0);
        if (end < 0) {
            return false;
        }
        String head = new String(unread.bytes(), 0, end, StandardCharsets.US_ASCII);
        if (!head.startsWith("HTTP/1.1 101")) {
            ending = head.lines().findFirst().orElse(head);
            connection.close();
            return false;
        }
        unread.drop(end + END_OF_HEAD.length);
        open = true;
        connection.send(masked(TEXT, HttpPeer.ascii(hello)));
        return true;
    }

    private boolean readFrame(Connection connection) throws IOException {
        if (unread.length() < 2) {
            return false;
        }
        int opcode = unread.at(0) & 0x0F;
        long length = unread.at(1) & 0x7F;
        int head = 2;
        if (length >= 126) {
            int bytes = length == 126 ? 2 : 8;
            head += bytes;
            if (unread.length() < head) {
                return false;
            }
            length = 0;
            for (int at = 2; at < head; at++) {
                length = length << 8 | unread.at(at);
            }
        }
        int end = Math.toIntExact(head + length);
        if (unread.length() < end) {
            return false;
        }
        byte[] payload = Arrays.copyOfRange(unread.bytes(), head, end);
        unread.drop(end);
        take(connection, opcode, payload);
        return true;
    }

    private void take(Connection connection, int opcode, byte[] payload) throws IOException {
        switch (opcode) {
            case TEXT -> {
                String frame = new String(payload, StandardCharsets.UTF_8);
                if (frame.equals(ASKED)) {
                    connection.send(masked(TEXT, ANSWERED));
                } else {
                    listener.heard(this, frame);
                }
            }
            case PING -> connection.send(masked(PONG, payload));
            case CLOSE -> {
                ending =
                        payload.length < 2
                                ? "closed"
                                : "closed with " + ((payload[0] & 0xFF) << 8 | (payload[1] & 0xFF));
                connection.close();
            }
            default -> throw new IOException("a frame of kind " + opcode);
        }
    }

    /// With a mask of zeros, which changes nothing and is as good as any here.
    private static byte[] masked(int opcode, byte[] payload) {
        boolean isLong = payload.length >= 126;
        ByteBuffer frame = ByteBuffer.allocate(payload.length + (isLong ? 8 : 6));
        frame.put((byte) (0x80 | opcode));
        if (isLong) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | payload.length));
        }
        return frame.putInt(0).put(payload).array();
    }
}
