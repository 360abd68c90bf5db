package dev.shopbell.benchmark.posts;

import dev.shopbell.benchmark.load.HttpPeer;
import dev.shopbell.benchmark.load.Reactor;
import dev.shopbell.benchmark.program.Pause;
import dev.shopbell.benchmark.program.Server;
import dev.shopbell.benchmark.program.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Clients that post one message after the other, each as soon as the one before was answered. Each
/// writes some messages to a conversation of its own, then goes on to another.
final class PostLoad implements AutoCloseable {

    private final Reactor reactor = Reactor.start();
    private final Server server;
    private final byte[] afterId;
    private final int messagesInTurn;
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean posting = true;
    private volatile String refusal = "";

    private PostLoad(Server server, String text, int messagesInTurn) {
        this.server = server;
        this.messagesInTurn = messagesInTurn;
        this.afterId = afterId(text);
    }

    /// `targets` are dealt to the clients in turn.
    static PostLoad start(
            Server server, List<Target> targets, int clients, String text, int messagesInTurn) {
        PostLoad load = new PostLoad(server, text, messagesInTurn);
        for (int client = 0; client < clients; client++) {
            int first = client;
            List<Target> own =
                    IntStream.iterate(first, at -> at < targets.size(), at -> at + clients)
                            .mapToObj(targets::get)
                            .toList();
            load.reactor.connect(server.address(), new HttpPeer(load.new Client(own, client)));
        }
        return load;
    }

    /// Posts answered per second, over the next while.
    double measure(Duration duration) {
        long before = answered.get();
        long began = System.nanoTime();
        Pause.of(duration);
        double seconds = (System.nanoTime() - began) / 1e9;
        double rate = (answered.get() - before) / seconds;
        reactor.check();
        if (!refusal.isEmpty()) {
            throw new IllegalStateException("the server refused: " + refusal);
        }
        return rate;
    }

    @Override
    public void close() {
        posting = false;
        reactor.close();
    }

    private static byte[] afterId(String text) {
        String body = "{\"text\":\"" + text + "\"}";
        return HttpPeer.ascii("Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private final class Client implements HttpPeer.Listener {

        private final List<Target> own;
        private final SplittableRandom random;
        private Target current;
        private int left;

        Client(List<Target> own, int seed) {
            this.own = own;
            this.random = new SplittableRandom(System.nanoTime() + seed);
            this.current = own.getFirst();
        }

        @Override
        public void free(HttpPeer peer) throws IOException {
            if (!posting) {
                return;
            }
            if (left-- == 0) {
                current = own.get(random.nextInt(own.size()));
                left = messagesInTurn - 1;
            }
            UUID id = new UUID(random.nextLong(), random.nextLong());
            byte[] head =
                    HttpPeer.ascii(
                            "PUT "
                                    + current.path()
                                    + id
                                    + " HTTP/1.1\r\nHost: "
                                    + server.host()
                                    + "\r\nAuthorization: Bearer "
                                    + current.secret()
                                    + "\r\nContent-Type: application/json\r\n");
            byte[] request = Arrays.copyOf(head, head.length + afterId.length);
            System.arraycopy(afterId, 0, request, head.length, afterId.length);
            peer.send(request);
        }

        @Override
        public void answered(int status, String body) {
            if (status == 200) {
                answered.incrementAndGet();
            } else {
                refusal = status + " " + body;
            }
        }

        @Override
        public void closed() {
            if (posting) {
                refusal = "a connection was closed";
            }
        }
    }
}
