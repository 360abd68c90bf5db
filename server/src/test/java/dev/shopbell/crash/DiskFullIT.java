package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.shopbell.crash.Outcome.Failed;
import dev.shopbell.testkit.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up while fifty shoppers write: tables and write-ahead log cannot grow.
@Tag("crash")
class DiskFullIT {

    private static final int MEGABYTES = 600;
    private static final int REFUSED = 200;

    @TempDir private Path folder;

    @Test
    void whatWasTakenIsKeptTheRestIsRefusedAndWithRoomItGoesOn() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (SmallDisk disk = SmallDisk.mountedOn(data, MEGABYTES)) {
            assumeThat(disk.isMounted()).as("only root may mount a small disk").isTrue();
            try (Shop shop = Shop.in(data)) {
                shop.start();
                Storm storm = new Storm(shop, Opened.in(shop), Storm.dice(new Random().nextLong()));
                storm.begin();
                storm.awaitTraffic();

                fillUntilMessagesAreRefused(disk, shop, storm);

                assertThat(shop.server().isRunning()).isTrue();
                assertThat(refusals(storm)).containsOnly(new Failed(503));
                disk.clear();
                storm.awaitTraffic();
                storm.calm();
                assertThat(storm.listenersThatDiffer()).isEmpty();
                storm.silence();
                assertThat(Audit.of(storm.history().sent(), storm.truth())).isEmpty();
            }
        }
    }

    /// What PostgreSQL frees meanwhile, old log above all, is taken too.
    private static void fillUntilMessagesAreRefused(SmallDisk disk, Shop shop, Storm storm) {
        shop.server()
                .await(
                        "messages are refused",
                        () -> {
                            disk.fill();
                            return refusals(storm).size() >= REFUSED;
                        });
    }

    private static List<Failed> refusals(Storm storm) {
        return storm.history().sent().stream()
                .flatMap(sent -> sent.attempts().stream())
                .map(Sent.Attempt::outcome)
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .toList();
    }
}
