package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Being told to stop while fifty shoppers write.
@Tag("crash")
class StopIT {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    @TempDir private Path data;

    @Test
    void toldToStopItEndsInTimeAndTheNextStartGoesOn() throws Exception {
        try (Shop shop = Shop.in(data)) {
            shop.start();
            Storm storm = new Storm(shop, Opened.in(shop), Storm.dice(new Random().nextLong()));
            storm.begin();
            storm.awaitTraffic();

            shop.server().terminate();

            assertThat(shop.server().awaitExit(ENDS_WITHIN)).isZero();
            shop.start();
            storm.awaitTraffic();
            storm.calm();
            assertThat(storm.listenersThatDiffer()).isEmpty();
            storm.silence();
            assertThat(Audit.of(storm.history().sent(), storm.truth())).isEmpty();
            assertThat(storm.listeners())
                    .allSatisfy(each -> assertThat(each.startOvers()).isZero());
        }
    }
}
