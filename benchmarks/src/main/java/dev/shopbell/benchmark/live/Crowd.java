package dev.shopbell.benchmark.live;

import dev.shopbell.benchmark.load.Reactor;
import dev.shopbell.benchmark.load.SocketPeer;
import dev.shopbell.benchmark.program.Pause;
import dev.shopbell.benchmark.program.Target;
import dev.shopbell.benchmark.program.World;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Shoppers' and staff members' sockets, open and listening.
public final class Crowd {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// As many at a time as a server greets without any of them waiting long.
    private static final int AT_A_TIME = 50;

    private final Reactor reactor;
    private final InetSocketAddress address;
    private final String host;
    private final AtomicInteger greeted = new AtomicInteger();
    private volatile String ending = "";
    private int asked;

    public Crowd(Reactor reactor, InetSocketAddress address, String host) {
        this.reactor = reactor;
        this.address = address;
        this.host = host;
    }

    public void addShopper(Target target, Consumer<String> heard) {
        add(
                "/api/widget/" + target.key() + "/socket",
                "",
                "{\"type\":\"hello\",\"secret\":\"" + target.secret() + "\",\"after\":0}",
                heard);
    }

    /// Who knows the store's feed up to a position.
    void addStaff(int store, String epoch, long feedSeq, Consumer<String> heard) {
        add(
                "/api/staff/stores/" + World.storeId(store) + "/socket",
                "Origin: http://" + host + "\nCookie: " + World.cookie(store) + "\n",
                "{\"type\":\"hello\",\"epoch\":\"" + epoch + "\",\"after\":" + feedSeq + "}",
                heard);
    }

    /// Returns when everybody has been greeted.
    public void await() {
        awaitGreeted(asked);
    }

    private void add(String path, String headers, String hello, Consumer<String> heard) {
        awaitGreeted(asked - AT_A_TIME);
        asked++;
        reactor.connect(address, new SocketPeer(host, path, headers, hello, new Ear(heard)));
    }

    private void awaitGreeted(int atLeast) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (greeted.get() < atLeast) {
            reactor.check();
            if (!ending.isEmpty() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "only %d of %d sockets were greeted; one ended: %s"
                                .formatted(greeted.get(), asked, ending));
            }
            Pause.of(Duration.ofMillis(1));
        }
    }

    private final class Ear implements SocketPeer.Listener {

        private final Consumer<String> heard;
        private boolean isGreeted;

        Ear(Consumer<String> heard) {
            this.heard = heard;
        }

        @Override
        public void heard(SocketPeer peer, String frame) {
            if (!isGreeted) {
                isGreeted = true;
                greeted.incrementAndGet();
            }
            heard.accept(frame);
        }

        @Override
        public void closed(String why) {
            ending = why;
        }
    }
}
