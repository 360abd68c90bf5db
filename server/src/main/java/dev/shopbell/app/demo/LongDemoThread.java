package dev.shopbell.app.demo;

import dev.shopbell.app.demo.DemoData.Exchange;
import dev.shopbell.app.demo.DemoData.LongThread;
import dev.shopbell.app.demo.DemoData.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The turns of one conversation with 2,000 messages: what happens once in its order, spread over
/// the whole time, and what repeats in between.
final class LongDemoThread {

    private static final int LENGTH = 2_000;
    private static final int SHORTEST_PAUSE = 600; // minutes between two exchanges
    private static final int LONGEST_PAUSE = 4_000;

    private final LongThread written;
    private final RandomGenerator random;
    private final String shopOrigin;
    private final Set<String> happened = new HashSet<>();
    private @Nullable String last;

    LongDemoThread(LongThread written, RandomGenerator random, String shopOrigin) {
        this.written = written;
        this.random = random;
        this.shopOrigin = shopOrigin;
    }

    List<Turn> turns() {
        List<Exchange> once = written.exchanges().stream().filter(Exchange::isOnce).toList();
        List<Turn> turns = new ArrayList<>();
        int next = 0;
        while (turns.size() < LENGTH) {
            boolean isTime = next < once.size() && turns.size() >= LENGTH / once.size() * next;
            Exchange exchange = isTime ? once.get(next++) : repeated();
            happened.add(exchange.id());
            last = exchange.id();
            add(turns, exchange);
        }
        return turns.subList(0, LENGTH);
    }

    /// Something that happens often and can happen now, but not the same twice in a row.
    private Exchange repeated() {
        List<Exchange> possible =
                written.exchanges().stream()
                        .filter(exchange -> !exchange.isOnce())
                        .filter(exchange ->
                                exchange.after() == null || happened.contains(exchange.after()))
                        .filter(exchange -> !exchange.id().equals(last))
                        .toList();
        return possible.get(random.nextInt(possible.size()));
    }

    private void add(List<Turn> turns, Exchange exchange) {
        DemoTexts texts = new DemoTexts(written.values(), random, shopOrigin);
        boolean isFirst = true;
        for (Turn turn : exchange.turns()) {
            long pause =
                    isFirst ? random.nextInt(SHORTEST_PAUSE, LONGEST_PAUSE) : turn.minutesLater();
            turns.add(
                    new Turn(
                            turn.from(),
                            turn.by(),
                            texts.fill(turn.text()),
                            turn.product(),
                            pause));
            isFirst = false;
        }
    }
}
