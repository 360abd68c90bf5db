package dev.shopbell.benchmark.load;

import dev.shopbell.benchmark.load.Reactor.Peer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/// One connection of a [Reactor]; only its thread touches it.
public final class Connection {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Peer peer;
    private final Queue<ByteBuffer> unsent = new ArrayDeque<>(1);

    Connection(SocketChannel channel, SelectionKey key, Peer peer) {
        this.channel = channel;
        this.key = key;
        this.peer = peer;
    }

    public void send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (unsent.isEmpty()) {
            channel.write(buffer);
        }
        if (buffer.hasRemaining()) {
            unsent.add(buffer);
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // It is gone either way.
        }
        peer.closed();
    }

    void finishConnect() throws IOException {
        if (channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_READ);
            peer.connected(this);
        }
    }

    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int read = channel.read(buffer);
        if (read < 0) {
            close();
        } else if (read > 0) {
            peer.received(this, buffer.flip());
        }
    }

    void flush() throws IOException {
        while (!unsent.isEmpty()) {
            ByteBuffer next = unsent.element();
            channel.write(next);
            if (next.hasRemaining()) {
                return;
            }
            unsent.remove();
        }
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }
}
