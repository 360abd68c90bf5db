package dev.shopbell.benchmark.live;

import dev.shopbell.benchmark.load.HttpPeer;
import dev.shopbell.benchmark.load.Reactor;
import dev.shopbell.benchmark.program.Pause;
import dev.shopbell.benchmark.program.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Messages at a fixed rate, whatever becomes of those before: number `n` is due at its time, and
/// what is heard of it is measured from then. Its text begins with this load's mark and its number;
/// what earlier loads said is heard too, by sockets that are told what they missed, and not
/// counted.
final class SteadyLoad {

    private static final int CONNECTIONS = 200;
    private static final Duration STRAGGLERS_GET = Duration.ofSeconds(3);

    private final Reactor reactor;
    private final InetSocketAddress address;
    private final String host;
    private final List<Target> targets;
    private final int messages;
    private final long everyNanos;
    private final Delays toStaff;
    private final Delays toShopper;
    private final String mark = UUID.randomUUID().toString();
    private final Pattern numbered = Pattern.compile(mark + " (\\d{7})");
    private final Queue<HttpPeer> free = new ArrayDeque<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private volatile long began;
    private volatile String refusal = "";
    private int sent;

    SteadyLoad(
            Reactor reactor,
            InetSocketAddress address,
            String host,
            List<Target> targets,
            int perSecond,
            Duration duration) {
        this.reactor = reactor;
        this.address = address;
        this.host = host;
        this.targets = targets;
        this.messages = Math.toIntExact(perSecond * duration.toSeconds());
        this.everyNanos = 1_000_000_000L / perSecond;
        this.toStaff = new Delays(messages);
        this.toShopper = new Delays(messages);
    }

    void heardByStaff(String frame) {
        heard(frame, toStaff);
    }

    void heardByShopper(String frame) {
        heard(frame, toShopper);
    }

    /// Until everything is sent and had time to arrive.
    void run() {
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            reactor.connect(address, new HttpPeer(new Poster()));
        }
        Pause.of(Duration.ofSeconds(1));
        began = System.nanoTime() + Duration.ofMillis(100).toNanos();
        reactor.setTicks(this::sendWhatIsDue);
        Pause.of(Duration.ofNanos(everyNanos * messages).plus(STRAGGLERS_GET));
        reactor.setTicks(() -> Long.MAX_VALUE);
        reactor.check();
        if (!refusal.isEmpty()) {
            throw new IllegalStateException("the server refused: " + refusal);
        }
    }

    Delays toStaff() {
        return toStaff;
    }

    Delays toShopper() {
        return toShopper;
    }

    private long dueAt(int message) {
        return began + message * everyNanos;
    }

    private void heard(String frame, Delays delays) {
        long now = System.nanoTime();
        Matcher number = numbered.matcher(frame);
        while (number.find()) {
            int message = Integer.parseInt(number.group(1));
            delays.heard(message, now - dueAt(message));
        }
    }

    /// When every connection waits for an answer, what is due waits for a connection, and its clock
    /// runs.
    private long sendWhatIsDue() {
        try {
            while (sent < messages && dueAt(sent) <= System.nanoTime()) {
                HttpPeer peer = free.poll();
                if (peer == null) {
                    return System.nanoTime() + everyNanos;
                }
                peer.send(request(sent));
                sent++;
            }
            return sent < messages ? dueAt(sent) : Long.MAX_VALUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] request(int message) {
        Target target = targets.get(random.nextInt(targets.size()));
        UUID id = new UUID(random.nextLong() ^ began, random.nextLong());
        String body =
                "{\"text\":\"%s %07d Hello, when will my order be delivered?\"}"
                        .formatted(mark, message);
        return HttpPeer.ascii(
                "PUT %s%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(target.path(), id, host, target.secret(), body.length(), body));
    }

    private final class Poster implements HttpPeer.Listener {

        @Override
        public void free(HttpPeer peer) {
            free.add(peer);
        }

        @Override
        public void answered(int status, String body) {
            if (status != 200) {
                refusal = status + " " + body;
            }
        }

        @Override
        public void closed() {
            // At the end of a round.
        }
    }
}
