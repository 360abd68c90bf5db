package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server and PostgreSQL are killed at random moments while fifty shoppers write: what was
/// acknowledged is stored exactly once, numbers are dense, and everybody who listens ends up
/// knowing what the database knows.
@Tag("crash")
class KillIT {

    private static final Map<Killing, Integer> KILLINGS =
            Map.of(Killing.SERVER, 9, Killing.POSTGRES, 9, Killing.BOTH, 4);

    @TempDir private Path data;

    @Test
    void whateverIsKilledNothingAcknowledgedIsLostOrDoubled() throws Exception {
        long seed = Long.getLong("crash.seed", new Random().nextLong());
        RandomGenerator random = Storm.dice(seed);
        System.out.println("seed: -Dcrash.seed=" + seed);
        try (Shop shop = Shop.in(data)) {
            shop.start();
            Storm storm = new Storm(shop, Opened.in(shop), random);
            storm.begin();
            Map<Killing, Integer> struck = new EnumMap<>(Killing.class);
            for (Killing killing : inAnyOrder(random)) {
                storm.awaitTraffic();
                Pause.millis(random.nextLong(600));
                while (storm.history().inFlight() == 0) {
                    Pause.millis(1);
                }
                killing.strike(shop);
                struck.merge(killing, 1, Integer::sum);
            }
            storm.awaitTraffic();
            storm.calm();
            long calmAt = System.nanoTime();

            List<String> differences = storm.listenersThatDiffer();

            long knownAfterMillis = (System.nanoTime() - calmAt) / 1_000_000;
            storm.silence();
            List<Sent> sent = storm.history().sent();
            Tally tally = Tally.of(sent);
            System.out.println("kills with requests in flight: " + struck);
            System.out.println(tally);
            System.out.printf(
                    "%d listeners connected %d times and knew everything %d ms after the last send%n",
                    storm.listeners().size(),
                    storm.listeners().stream().mapToInt(Listener::connections).sum(),
                    knownAfterMillis);

            assertThat(Audit.of(sent, storm.truth())).isEmpty();
            assertThat(differences).isEmpty();
            assertThat(storm.listeners())
                    .allSatisfy(each -> {
                        assertThat(each.surprise()).isNull();
                        assertThat(each.startOvers()).isZero();
                        assertThat(each.connections()).isPositive();
                    });
            assertThat(tally.unanswered()).as("sends nobody knows about").isPositive();
            assertThat(tally.caught()).as("repeated sends that were caught").isPositive();
        }
    }

    private static List<Killing> inAnyOrder(RandomGenerator random) {
        List<Killing> killings = new ArrayList<>();
        KILLINGS.forEach((killing, times) -> killings.addAll(Collections.nCopies(times, killing)));
        Collections.sort(killings);
        Collections.shuffle(killings, Random.from(random));
        return killings;
    }
}
