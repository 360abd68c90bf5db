package dev.shopbell.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// A WebSocket by hand, for what no browser does: frames of any size and kind, and never reading.
/// RFC 6455.
public final class RawClient implements AutoCloseable {

    public static final int TEXT = 1;
    public static final int PING = 9;

    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final int NO_CODE = 1006;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final Socket socket;
    private final OutputStream out;
    private final DataInputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
    }

    /// Takes in no more than some kilobytes unless it reads.
    public static RawClient open(URI address, Map<String, String> headers) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getByName(address.getHost()), address.getPort()));
            RawClient client = new RawClient(socket);
            client.shakeHands(address, headers);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RawClient say(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// One frame of this kind, whole.
    public RawClient frame(int opcode, byte[] payload) {
        return frame(FINAL | opcode, ByteBuffer.wrap(payload));
    }

    /// One text in frames of no more than `most` bytes each.
    public RawClient pieces(byte[] payload, int most) {
        for (int from = 0; from < payload.length; from += most) {
            int length = Math.min(most, payload.length - from);
            int first = from == 0 ? TEXT : CONTINUATION;
            int last = from + length == payload.length ? FINAL : 0;
            frame(last | first, ByteBuffer.wrap(payload, from, length));
        }
        return this;
    }

    private RawClient frame(int head, ByteBuffer payload) {
        int length = payload.remaining();
        ByteBuffer frame = ByteBuffer.allocate(length + 14);
        frame.put((byte) head);
        if (length < TWO_BYTES) {
            frame.put((byte) (MASKED | length));
        } else if (length < 65_536) {
            frame.put((byte) (MASKED | TWO_BYTES)).putShort((short) length);
        } else {
            frame.put((byte) (MASKED | EIGHT_BYTES)).putLong(length);
        }
        frame.putInt(0); // a mask of zeros changes nothing
        frame.put(payload);
        return bytes(frame.array(), frame.position());
    }

    /// Anything at all.
    public RawClient bytes(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
            out.flush();
        } catch (IOException _) {
            // The server hung up meanwhile; what it said before can still be read.
        }
        return this;
    }

    /// A frame from the server: what a text says, with which code a close closes.
    public record Frame(int opcode, String text, int code) {

        static Frame of(int opcode, byte[] payload) {
            boolean hasCode = opcode == CLOSE && payload.length >= 2;
            return new Frame(
                    opcode,
                    opcode == TEXT ? new String(payload, StandardCharsets.UTF_8) : "",
                    hasCode ? ByteBuffer.wrap(payload).getShort() : NO_CODE);
        }

        public boolean isClose() {
            return opcode == CLOSE;
        }
    }

    /// The next frame; a connection that ends without one counts as a close with 1006.
    public Frame read() {
        try {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == TWO_BYTES) {
                length = in.readUnsignedShort();
            } else if (length == EIGHT_BYTES) {
                length = Math.toIntExact(in.readLong());
            }
            return Frame.of(first & 0xF, in.readNBytes(length));
        } catch (EOFException _) {
            return new Frame(CLOSE, "", NO_CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads on until the server closes, and says with which code.
    public int awaitEnd() {
        Frame frame = read();
        while (!frame.isClose()) {
            frame = read();
        }
        return frame.code();
    }

    public RawClient within(Duration patience) {
        try {
            socket.setSoTimeout((int) patience.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /// Without a word.
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shakeHands(URI address, Map<String, String> headers) throws IOException {
        StringBuilder request =
                new StringBuilder("GET ")
                        .append(address.getRawPath())
                        .append(" HTTP/1.1\r\nHost: ")
                        .append(address.getAuthority())
                        .append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
                        .append("Sec-WebSocket-Version: 13\r\n")
                        .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String answer = readHead();
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException("no socket: " + answer);
        }
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}
