package dev.shopbell.crash;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A fault to plant: stands between the server and PostgreSQL and, once told to, answers every
/// COMMIT at once, but passes it on a little later, and only if the server is still there. So the
/// server acknowledges before it has committed, and dies with commits that never happen.
///
/// Speaks just enough of the protocol, https://www.postgresql.org/docs/18/protocol.html: messages
/// end a batch with Sync, and every batch is answered up to ReadyForQuery.
final class EarlyCommits implements Closeable {

    private static final int LATER_MILLIS = 200; // longer than an answer takes on a slow machine

    /// Sync, query, terminate, password: what PostgreSQL answers or acts upon at once.
    private static final String ENDS_OF_A_BATCH = "SQXp";

    private final ServerSocket door;
    private final int postgres;
    private final AtomicBoolean planted = new AtomicBoolean();

    private EarlyCommits(ServerSocket door, int postgres) {
        this.door = door;
        this.postgres = postgres;
    }

    static EarlyCommits before(int postgres) throws IOException {
        ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        EarlyCommits between = new EarlyCommits(door, postgres);
        Thread.ofVirtual().start(between::welcome);
        return between;
    }

    /// From now on. Until then everything is passed on as it comes.
    void plant() {
        planted.set(true);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket server = door.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), postgres);
                server.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                new Session(server, database, planted).begin();
            } catch (IOException _) {
                // Closed, or the database is away: the server sees a refused connection.
            }
        }
    }

    private static final class Message {

        private final char type;
        private final byte[] body;

        Message(char type, byte[] body) {
            this.type = type;
            this.body = body;
        }

        static Message read(DataInputStream in) throws IOException {
            char type = (char) in.readByte();
            byte[] body = new byte[in.readInt() - Integer.BYTES];
            in.readFully(body);
            return new Message(type, body);
        }

        static Message of(char type, String text) {
            return new Message(type, text.getBytes(StandardCharsets.US_ASCII));
        }

        void write(OutputStream out) throws IOException {
            out.write(
                    ByteBuffer.allocate(1 + Integer.BYTES + body.length)
                            .put((byte) type)
                            .putInt(Integer.BYTES + body.length)
                            .put(body)
                            .array());
        }

        /// The `n`th of the strings that the body begins with.
        String text(int n) {
            return new String(body, StandardCharsets.UTF_8).split("\0", n + 2)[n];
        }
    }

    /// One connection, three threads: hearing the server, passing on, answering.
    private static final class Session {

        private final Socket server;
        private final Socket database;
        private final BlockingQueue<Message> asked = new LinkedBlockingQueue<>();
        private final AtomicInteger toldAlready = new AtomicInteger(); // answers to be swallowed
        private final AtomicBoolean planted;
        private volatile boolean serverIsGone;

        Session(Socket server, Socket database, AtomicBoolean planted) {
            this.planted = planted;
            this.server = server;
            this.database = database;
        }

        private interface Way {
            void go() throws IOException, InterruptedException;
        }

        void begin() {
            List.<Way>of(this::hear, this::passOn, this::answer)
                    .forEach(way -> Thread.ofVirtual().start(() -> until(way)));
        }

        private void until(Way way) {
            try (server;
                    database) {
                way.go();
            } catch (IOException | InterruptedException _) {
                // One side is gone, and closing takes the other with it.
            }
        }

        private void hear() throws IOException {
            try {
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(server.getInputStream()));
                passOnTheStart(in, database.getOutputStream());
                while (true) {
                    asked.add(Message.read(in));
                }
            } finally {
                serverIsGone = true;
            }
        }

        /// The first message has no type.
        private static void passOnTheStart(DataInputStream in, OutputStream out)
                throws IOException {
            int length = in.readInt();
            byte[] body = new byte[length - Integer.BYTES];
            in.readFully(body);
            out.write(ByteBuffer.allocate(length).putInt(length).put(body).array());
        }

        private void passOn() throws IOException, InterruptedException {
            Set<String> commits = new HashSet<>(); // prepared under these names
            List<Message> batch = new ArrayList<>();
            while (true) {
                Message message = asked.take();
                batch.add(message);
                if (message.type == 'P' && message.text(1).equalsIgnoreCase("COMMIT")) {
                    commits.add(message.text(0));
                } else if (message.type == 'P') {
                    commits.remove(message.text(0));
                }
                if (ENDS_OF_A_BATCH.indexOf(message.type) >= 0) {
                    if (planted.get()
                            && batch.stream()
                                    .anyMatch(m -> m.type == 'B' && commits.contains(m.text(1)))) {
                        answerEarly(batch);
                        Thread.sleep(LATER_MILLIS);
                        if (serverIsGone) {
                            return;
                        }
                    }
                    for (Message each : batch) {
                        each.write(database.getOutputStream());
                    }
                    batch.clear();
                }
            }
        }

        private void answerEarly(List<Message> batch) throws IOException {
            toldAlready.incrementAndGet();
            OutputStream out = server.getOutputStream();
            for (Message message : batch) {
                switch (message.type) {
                    case 'P' -> Message.of('1', "").write(out);
                    case 'B' -> Message.of('2', "").write(out);
                    case 'D' -> Message.of('n', "").write(out);
                    case 'E' -> Message.of('C', "COMMIT\0").write(out);
                    case 'S' -> Message.of('Z', "I").write(out);
                    default -> throw new IOException("a COMMIT with " + message.type);
                }
            }
        }

        private void answer() throws IOException {
            DataInputStream in =
                    new DataInputStream(new BufferedInputStream(database.getInputStream()));
            while (true) {
                Message message = Message.read(in);
                if (toldAlready.get() == 0) {
                    message.write(server.getOutputStream());
                } else if (message.type == 'Z') {
                    toldAlready.decrementAndGet();
                }
            }
        }
    }
}
