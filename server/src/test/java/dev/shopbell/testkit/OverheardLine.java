package dev.shopbell.testkit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A TCP proxy before PostgreSQL that reads along and writes down every trip there and back. Speaks
/// as much of the protocol as that takes, without TLS:
/// https://www.postgresql.org/docs/current/protocol-message-formats.html
final class OverheardLine implements AutoCloseable {

    private static final int LENGTH_BYTES = 4;

    private final ServerSocket door;
    private final int database;

    // A transaction is the list of its trips, a trip the list of the statements carried out on it.
    // Of the JDK's types, because a test resource and its test may not share ours.
    private final Queue<List<List<String>>> heard = new ConcurrentLinkedQueue<>();

    OverheardLine(int database) {
        this.database = database;
        try {
            this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("overheard-door").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    Queue<List<List<String>>> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException _) {
                // Closed, or PostgreSQL is: whoever called hears it.
            }
        }
    }

    private void connect(Socket application) throws IOException {
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), database);
        application.setTcpNoDelay(true);
        postgres.setTcpNoDelay(true);
        Dialogue dialogue = new Dialogue(heard);
        Thread.ofPlatform()
                .daemon()
                .name("overheard-questions")
                .start(() ->
                        pass(
                                application,
                                postgres,
                                (in, out) -> {
                                    passStart(in, out);
                                    passMessages(in, out, dialogue::asked);
                                }));
        Thread.ofPlatform()
                .daemon()
                .name("overheard-answers")
                .start(() ->
                        pass(
                                postgres,
                                application,
                                (in, out) -> passMessages(in, out, dialogue::answered)));
    }

    /// One direction of a connection.
    @FunctionalInterface
    private interface Way {
        void run(DataInputStream in, DataOutputStream out) throws IOException;
    }

    /// Hears of a message before it goes on.
    @FunctionalInterface
    private interface Ear {
        void hear(char type, byte[] body);
    }

    private static void pass(Socket from, Socket to, Way way) {
        try (from;
                to) {
            way.run(
                    new DataInputStream(new BufferedInputStream(from.getInputStream())),
                    new DataOutputStream(new BufferedOutputStream(to.getOutputStream())));
        } catch (IOException _) {
            // One end is gone; the other one goes, too.
        }
    }

    /// The first message has no type.
    private static void passStart(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        out.writeInt(length);
        out.write(in.readNBytes(length - LENGTH_BYTES));
        out.flush();
    }

    private static void passMessages(DataInputStream in, DataOutputStream out, Ear ear)
            throws IOException {
        while (true) {
            int type = in.readUnsignedByte();
            int length = in.readInt();
            byte[] body = in.readNBytes(length - LENGTH_BYTES);
            ear.hear((char) type, body);
            out.writeByte(type);
            out.writeInt(length);
            out.write(body);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }
}
