package dev.shopbell.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// All of a benchmark's connections, on one thread: on a machine that is shared with what is
/// measured, a load that needs little processor time distorts the least. Everything a [Peer] does
/// happens on that thread.
public final class Reactor implements AutoCloseable {

    private static final int READ_BYTES = 256 * 1024;
    private static final int LONGEST_WAIT_MILLIS = 100;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private volatile boolean running = true;
    private Ticks ticks = () -> Long.MAX_VALUE;

    private Reactor(Selector selector) {
        this.selector = selector;
        this.thread = Thread.ofPlatform().name("reactor").unstarted(this::run);
    }

    /// Who talks on a connection.
    public interface Peer {
        void connected(Connection connection) throws IOException;

        /// What has arrived; the buffer is only valid during the call.
        void received(Connection connection, ByteBuffer bytes) throws IOException;

        void closed();
    }

    /// Work by the clock: does what is due and returns when to ask again, in [System#nanoTime].
    public interface Ticks {
        long run();
    }

    public static Reactor start() {
        try {
            Reactor reactor = new Reactor(Selector.open());
            reactor.thread.start();
            return reactor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs it on the reactor's thread.
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    public void setTicks(Ticks ticks) {
        execute(() -> this.ticks = ticks);
    }

    public void connect(InetSocketAddress address, Peer peer) {
        execute(() -> {
            try {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
                key.attach(new Connection(channel, key, peer));
                if (channel.connect(address)) {
                    connected(key);
                }
            } catch (IOException e) {
                failures.add(e);
            }
        });
    }

    /// Fails with what went wrong on the reactor's thread, if anything did.
    public void check() {
        Throwable failure = failures.peek();
        if (failure != null) {
            throw new IllegalStateException("the load generator failed", failure);
        }
    }

    @Override
    public void close() {
        running = false;
        selector.wakeup();
        try {
            thread.join();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
        while (running) {
            try {
                long due = ticks.run() - System.nanoTime();
                select(due);
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key, buffer);
                }
                selector.selectedKeys().clear();
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            }
        }
    }

    /// The selector waits in whole milliseconds: the last one is spent looking again and again.
    private void select(long dueNanos) throws IOException {
        long millis = Math.min(dueNanos / 1_000_000, LONGEST_WAIT_MILLIS);
        if (millis > 0) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
    }

    private void serve(SelectionKey key, ByteBuffer buffer) {
        if (!(key.attachment() instanceof Connection connection)) {
            return;
        }
        try {
            if (key.isConnectable()) {
                connected(key);
            }
            if (key.isValid() && key.isReadable()) {
                connection.read(buffer);
            }
            if (key.isValid() && key.isWritable()) {
                connection.flush();
            }
        } catch (IOException _) {
            connection.close();
        }
    }

    private static void connected(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        connection.finishConnect();
    }
}
