package dev.shopbell.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between the server and PostgreSQL and counts how often somebody asked and waited: a trip
/// begins when a connection says something after it was answered.
public final class TripCounter implements Closeable {

    private static final int CHUNK = 64 * 1024;

    private final ServerSocket door;
    private final int postgres;
    private final AtomicLong trips = new AtomicLong();

    private TripCounter(ServerSocket door, int postgres) {
        this.door = door;
        this.postgres = postgres;
    }

    static TripCounter before(int postgres) throws IOException {
        ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        TripCounter counter = new TripCounter(door, postgres);
        Thread.ofVirtual().start(counter::welcome);
        return counter;
    }

    int port() {
        return door.getLocalPort();
    }

    /// On all connections so far.
    public long trips() {
        return trips.get();
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
                AtomicBoolean asking = new AtomicBoolean();
                pass(server, database, () -> count(asking));
                pass(database, server, () -> asking.set(false));
            } catch (IOException _) {
                // Closed, or the database is away: the server sees a refused connection.
            }
        }
    }

    private void count(AtomicBoolean asking) {
        if (!asking.getAndSet(true)) {
            trips.incrementAndGet();
        }
    }

    private static void pass(Socket from, Socket to, Runnable whenSomething) {
        Thread.ofVirtual()
                .start(() -> {
                    try (from;
                            to) {
                        InputStream in = from.getInputStream();
                        OutputStream out = to.getOutputStream();
                        byte[] chunk = new byte[CHUNK];
                        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                            whenSomething.run();
                            out.write(chunk, 0, read);
                        }
                    } catch (IOException _) {
                        // One side is gone, and closing takes the other with it.
                    }
                });
    }
}
