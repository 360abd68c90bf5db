package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.StaffDraft;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.LogBook;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RawClient;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.ThreadMirror;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One client that does not read harms nobody: it is cut off before much waits for it, and resumes.
/// Idle ones cost little.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SlowReaderTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1500);
    private static final int SLOW = 20;
    private static final int IDLE = 1_000;

    @Inject Given given;
    @Inject Messages messages;
    @Inject LiveSockets sockets;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private final List<RawClient> open = new ArrayList<>();

    @BeforeEach
    void openTheStore() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello?");
    }

    @AfterEach
    void hangUp() {
        open.forEach(RawClient::close);
        await().atMost(Duration.ofSeconds(15)).until(() -> sockets.count() == 0);
    }

    @Test
    void whoReadsNothingIsCutOffWhileTheOthersHearEverythingAtOnce() {
        for (int client = 0; client < SLOW; client++) {
            open.add(RawClient.open(anna.socket(), Map.of("Origin", Given.ORIGIN)));
            open.getLast().say(anna.hello(1));
        }
        try (LogBook log = LogBook.open();
                LiveClient lively = anna.connect(1);
                LiveClient inbox = priya.connect(priya.inbox().get("position"))) {
            lively.next("welcome");
            inbox.next("changes");
            await().until(() -> sockets.count() == SLOW + 2);

            for (int message = 2; message <= 600; message++) {
                int place = message;
                answer(text(message));
                long said = System.nanoTime();
                lively.next("message", frame -> isAt(frame, place));
                assertThat(Duration.ofNanos(System.nanoTime() - said)).isLessThan(AT_ONCE);
            }

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> times("ended reason=too_slow", log) == SLOW);
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(sockets.count()).isEqualTo(2));
            assertThat(lively.isOpen()).isTrue();
            assertThat(inbox.isOpen()).isTrue();
        }
    }

    @Test
    void whoWasCutOffResumesAndMissesNothing() {
        ThreadMirror mirror = ThreadMirror.of(anna.thread());
        try (LogBook log = LogBook.open()) {
            open.add(RawClient.open(anna.socket(), Map.of("Origin", Given.ORIGIN)));
            open.getLast().say(anna.hello(1));
            await().until(() -> sockets.count() == 1);
            int written = 1;
            while (times("ended reason=too_slow", log) == 0) {
                written++;
                assertThat(written).as("messages nobody reads").isLessThan(1_000);
                answer(text(written));
            }

            try (LiveClient again = anna.connect(mirror.lastPlace())) {
                int last = written;
                again.next("message", frame -> isAt(frame, last) || place(frame) == 201);
                again.heard().forEach(mirror::hear);
                mirror.fill(anna);
                assertThat(mirror.lastPlace()).isEqualTo(last);
            }
        }
    }

    @Test
    void littleIsKeptForThoseWhoReadNothing() {
        long before = usedHeap();
        for (int client = 0; client < SLOW; client++) {
            open.add(RawClient.open(anna.socket(), Map.of("Origin", Given.ORIGIN)));
            open.getLast().say(anna.hello(1));
        }
        await().until(() -> sockets.count() == SLOW);

        long most = 0;
        for (int round = 0; round < 8; round++) {
            for (int message = 0; message < 100; message++) {
                answer(text(message));
            }
            most = Math.max(most, usedHeap() - before);
        }

        System.out.printf("heap for %d that read nothing: at most %,d kB%n", SLOW, most / 1024);
        assertThat(most).isLessThan(SLOW * 3_000_000L);
        await().atMost(Duration.ofSeconds(15)).until(() -> sockets.count() == 0);
        assertThat(usedHeap() - before).isLessThan(5_000_000L);
    }

    @Test
    void aThousandIdleSocketsCostLittle() {
        int before = sockets.count();
        LiveClient warm = anna.connect(1);
        warm.next("welcome");
        warm.close();
        long heap = usedHeap();
        for (int socket = 0; socket < IDLE; socket++) {
            RawClient client = RawClient.open(anna.socket(), Map.of("Origin", Given.ORIGIN));
            open.add(client);
            client.say(anna.hello(1));
            assertThat(client.read().text()).contains("welcome");
        }

        long each = (usedHeap() - heap) / IDLE;

        assertThat(sockets.count()).isGreaterThan(before);
        System.out.printf("heap for each idle socket, both ends: %,d bytes%n", each);
        assertThat(each).isLessThan(30_000L);
    }

    private void answer(String text) {
        messages.post(
                priya.member(),
                new StaffDraft(
                        new ConversationId(anna.conversation()),
                        new MessageId(UUID.randomUUID()),
                        new MessageText(text),
                        false));
    }

    private static String text(int message) {
        return "Message " + message + " " + "and more ".repeat(1_000);
    }

    private static boolean isAt(JsonNode frame, int place) {
        return place(frame) == place;
    }

    private static int place(JsonNode frame) {
        return frame.at("/message/publicSeq").asInt();
    }

    private static long times(String what, LogBook log) {
        return log.lines().stream().filter(line -> line.contains(what)).count();
    }

    private static long usedHeap() {
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
