package dev.shopbell.crash;

import dev.shopbell.crash.Opened.StoreAt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Fifty shoppers and three staff who write, panels and inboxes that listen, and whatever is done
/// to the server meanwhile. Afterwards everything is counted.
final class Storm {

    private static final int SHOPPERS = 50;
    private static final int AGENTS = 3;
    private static final int INBOXES = 2; // a store
    private static final int MOST_MESSAGES = 20; // of one shopper, before the next one comes
    private static final int PANELS = 150;
    private static final int LISTENS_ONE_IN = 3; // shoppers

    private static final Duration CALM_WITHIN = Duration.ofSeconds(90);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(20);

    private final Shop shop;
    private final Opened opened;
    private final RandomGenerator random;
    private final History history = new History();
    private final List<Thread> writers = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger shoppers = new AtomicInteger();

    Storm(Shop shop, Opened opened, RandomGenerator random) {
        this.shop = shop;
        this.opened = opened;
        this.random = random;
    }

    /// Everyone draws from dice of their own, so that a seed always gives the same people.
    static RandomGenerator dice(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    History history() {
        return history;
    }

    void begin() {
        for (int number = 0; number < SHOPPERS; number++) {
            RandomGenerator dice = dice(random.nextLong());
            writers.add(Thread.ofVirtual().start(() -> comeAndGo(dice)));
        }
        for (int number = 0; number < AGENTS; number++) {
            Agent agent =
                    new Agent(
                            "agent-" + number,
                            opened.owner(),
                            shop.wire(),
                            history,
                            dice(random.nextLong()));
            writers.add(Thread.ofVirtual().start(agent::write));
        }
        for (StoreAt store : opened.stores()) {
            for (int number = 0; number < INBOXES; number++) {
                listen(
                        new StaffListener(
                                store, opened.owner(), shop.wire(), dice(random.nextLong())));
            }
        }
    }

    /// Waits until messages are acknowledged, which they are not before all is well.
    void awaitTraffic() {
        awaitAcknowledged(SHOPPERS);
    }

    void awaitAcknowledged(int messages) {
        int before = history.acknowledged();
        shop.server()
                .await(
                        "messages are acknowledged",
                        () -> history.acknowledged() >= before + messages);
    }

    /// Everybody sends what they are about to send, until it is acknowledged, and then no more.
    void calm() throws InterruptedException {
        history.close();
        long end = System.nanoTime() + CALM_WITHIN.toNanos();
        for (Thread writer : writers) {
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            if (!writer.join(left)) {
                throw new AssertionError("somebody is still trying to send");
            }
        }
    }

    /// What every listener still has wrong after everything was said; nothing, if all is well.
    List<String> listenersThatDiffer() throws SQLException {
        long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
        List<String> differences;
        do {
            Pause.millis(50);
            Truth truth = truth(); // receipts still arrive
            differences =
                    listeners.stream()
                            .flatMap(listener -> listener.differencesFrom(truth).stream())
                            .toList();
        } while (!differences.isEmpty() && System.nanoTime() < end);
        return differences;
    }

    List<Listener> listeners() {
        return listeners;
    }

    void silence() {
        listeners.forEach(Listener::stop);
    }

    Truth truth() throws SQLException {
        try (Connection connection = shop.cluster().connect()) {
            return Truth.in(connection);
        }
    }

    private void comeAndGo(RandomGenerator dice) {
        while (history.isOpen()) {
            StoreAt store = opened.stores().get(dice.nextInt(opened.stores().size()));
            Shopper shopper =
                    new Shopper(
                            "shopper-" + shoppers.incrementAndGet(),
                            store,
                            shop.wire(),
                            history,
                            dice(dice.nextLong()));
            if (dice.nextInt(LISTENS_ONE_IN) == 0 && listeners.size() < PANELS) {
                listen(new ShopperListener(shopper, shop.wire(), dice(dice.nextLong())));
            }
            shopper.write(dice.nextInt(1, MOST_MESSAGES + 1));
        }
    }

    private void listen(Listener listener) {
        listeners.add(listener);
        Thread.ofVirtual().start(listener::listen);
    }
}
