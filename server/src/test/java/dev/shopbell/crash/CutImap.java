package dev.shopbell.crash;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Stands between the server and its mailbox, and does something at the moment when a mail is taken
/// but not marked as seen yet: the command that would mark it never arrives.
///
/// IMAP is lines (RFC 9051, 2.2), and the server says nothing longer than one.
final class CutImap implements Closeable {

    private final ServerSocket door;
    private final int mailbox;
    private final AtomicReference<@Nullable Runnable> deed = new AtomicReference<>();

    private CutImap(ServerSocket door, int mailbox) {
        this.door = door;
        this.mailbox = mailbox;
    }

    static CutImap before(int mailbox) throws IOException {
        CutImap between =
                new CutImap(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), mailbox);
        Thread.ofVirtual().start(between::welcome);
        return between;
    }

    int port() {
        return door.getLocalPort();
    }

    /// The next time, and only then.
    void whenAMailIsToBeMarked(Runnable what) {
        deed.set(what);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket server = door.accept();
                Socket real = new Socket(InetAddress.getLoopbackAddress(), mailbox);
                Thread.ofVirtual().start(() -> pass(server, real));
                Thread.ofVirtual().start(() -> answer(real, server));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void pass(Socket server, Socket real) {
        try (server;
                real) {
            InputStream in = server.getInputStream();
            OutputStream out = real.getOutputStream();
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                Runnable due = marksAsSeen(line) ? deed.getAndSet(null) : null;
                if (due != null) {
                    due.run();
                    return;
                }
                out.write(line);
                out.flush();
            }
        } catch (IOException _) {
            // One of them hung up.
        }
    }

    private static void answer(Socket real, Socket server) {
        try (real;
                server) {
            real.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException _) {
            // One of them hung up.
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean marksAsSeen(byte[] line) {
        String said = new String(line, StandardCharsets.US_ASCII);
        return said.contains("STORE") && said.contains("\\Seen");
    }
}
