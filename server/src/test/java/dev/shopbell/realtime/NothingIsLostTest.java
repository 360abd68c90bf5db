package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.InboxLoad;
import dev.shopbell.testkit.InboxMirror;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.ThreadMirror;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clients come and go two hundred times while everybody writes. However a hello falls between two
/// commits, in the end each client knows what the database knows.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NothingIsLostTest {

    private static final int CLIENTS = 4;
    private static final int VISITS = 25;

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private Store store;
    private List<StaffBrowser> staff;
    private List<ShopperBrowser> shoppers;

    @BeforeEach
    void openTheStore() {
        store = given.store();
        staff =
                IntStream.range(0, CLIENTS)
                        .mapToObj(at ->
                                new StaffBrowser(
                                        server,
                                        given.member(store, "Staff " + at, "Inbox administrator")))
                        .toList();
        shoppers =
                IntStream.range(0, CLIENTS)
                        .mapToObj(_ -> new ShopperBrowser(server, store, given.secret()))
                        .toList();
        shoppers.forEach(shopper -> shopper.write("Hello?"));
    }

    @Test
    void whoComesAndGoesWhileEverybodyWritesEndsWithTheTruth() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> writers = new ArrayList<>();
            for (int at = 0; at < CLIENTS; at++) {
                ShopperBrowser shopper = shoppers.get(at);
                StaffBrowser member = staff.get(at);
                writers.add(threads.submit(until(over, () -> shopperDoes(shopper))));
                writers.add(threads.submit(until(over, () -> staffDoes(member))));
            }
            List<Future<InboxMirror>> inboxes = new ArrayList<>();
            List<Future<ThreadMirror>> panels = new ArrayList<>();
            for (int at = 0; at < CLIENTS; at++) {
                StaffBrowser member = staff.get(at);
                ShopperBrowser shopper = shoppers.get(at);
                inboxes.add(threads.submit(() -> visitedBy(member)));
                panels.add(threads.submit(() -> visitedBy(shopper)));
            }
            List<InboxMirror> heardByStaff;
            List<ThreadMirror> heardByShoppers;
            try {
                heardByStaff = all(inboxes);
                heardByShoppers = all(panels);
            } finally {
                // Also when a visitor failed: otherwise those who write would do so for ever.
                over.set(true);
            }
            all(writers);

            for (int at = 0; at < CLIENTS; at++) {
                endsWithTheTruth(staff.get(at), heardByStaff.get(at));
                endsWithTheTruth(shoppers.get(at), heardByShoppers.get(at));
            }
        }
    }

    private InboxMirror visitedBy(StaffBrowser member) {
        InboxMirror mirror = InboxMirror.of(InboxLoad.of(member));
        openThreads(mirror, member);
        for (int visit = 0; visit < VISITS; visit++) {
            LiveClient socket = member.connect(mirror.position());
            stay();
            leave(socket, visit);
            socket.heard().forEach(mirror::hear);
        }
        return mirror;
    }

    private ThreadMirror visitedBy(ShopperBrowser shopper) {
        ThreadMirror mirror = ThreadMirror.of(shopper.thread());
        for (int visit = 0; visit < VISITS; visit++) {
            LiveClient socket = shopper.connect(mirror.lastPlace());
            stay();
            leave(socket, visit);
            socket.heard().forEach(mirror::hear);
        }
        return mirror;
    }

    private void endsWithTheTruth(StaffBrowser member, InboxMirror mirror) {
        try (LiveClient socket = member.connect(mirror.position())) {
            socket.next("changes");
            socket.heard().forEach(mirror::hear);
            openThreads(mirror, member);
            mirror.fill(member);
            InboxMirror fresh = InboxMirror.of(InboxLoad.of(member));
            openThreads(fresh, member);

            assertThat(withoutOnline(mirror)).isEqualTo(withoutOnline(fresh));
        }
    }

    private void endsWithTheTruth(ShopperBrowser shopper, ThreadMirror mirror) {
        try (LiveClient socket = shopper.connect(mirror.lastPlace())) {
            socket.next("welcome");
            long last = shopper.thread().at("/conversation/lastPublicSeq").asLong();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        socket.heard().forEach(mirror::hear);
                        mirror.fill(shopper);
                        return mirror.lastPlace() == last;
                    });
            ThreadMirror fresh = ThreadMirror.of(shopper.messagesAfter(0, 200));
            fresh.fill(shopper);

            assertThat(mirror.shown()).isEqualTo(fresh.shown());
        }
    }

    /// Whole, as far as they are not open already and may be seen: what is assigned away between
    /// two ranges is told of on the socket.
    private void openThreads(InboxMirror mirror, StaffBrowser member) {
        for (UUID thread : threads()) {
            if (mirror.holds(thread)) {
                continue;
            }
            Answer range = member.tryMessagesAfter(thread, 0);
            while (range.status() == 200 && !range.body().get("messages").isEmpty()) {
                mirror.takeThread(range.body());
                JsonNode messages = range.body().get("messages");
                long last = messages.get(messages.size() - 1).get("seq").asLong();
                range = member.tryMessagesAfter(thread, last);
            }
        }
    }

    private static JsonNode withoutOnline(InboxMirror mirror) {
        return ((ObjectNode) mirror.shown()).without("online");
    }

    private UUID[] threads() {
        return new UUID[] {shoppers.get(0).conversation(), shoppers.get(1).conversation()};
    }

    private void shopperDoes(ShopperBrowser shopper) {
        long last = shopper.write("A question").at("/conversation/lastPublicSeq").asLong();
        shopper.receipts(last, last);
    }

    private void staffDoes(StaffBrowser member) {
        UUID conversation = shoppers.get(random(CLIENTS)).conversation();
        switch (random(6)) {
            case 0 -> deeds.assign(store, conversation, someone(), someone());
            case 1, 2 -> deeds.assign(store, conversation, someone(), null);
            case 3 -> deeds.resolve(store, conversation, someone());
            default -> answer(member, conversation);
        }
    }

    /// Unless it is somebody else's by now.
    private static void answer(StaffBrowser member, UUID conversation) {
        if (member.askForThread(conversation).status() == 200) {
            member.tryToAnswer(conversation, "An answer");
            member.tryToRead(conversation, 1 + random(5));
        }
    }

    private StaffId someone() {
        return staff.get(random(CLIENTS)).member().staff();
    }

    private static Callable<Void> until(AtomicBoolean over, Runnable work) {
        return () -> {
            while (!over.get()) {
                work.run();
                Thread.sleep(5);
            }
            return null;
        };
    }

    private static void stay() {
        try {
            Thread.sleep(random(60));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void leave(LiveClient socket, int visit) {
        if (visit % 2 == 0) {
            socket.close();
        } else {
            socket.vanish();
        }
    }

    private static int random(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }

    private static <T> List<T> all(List<Future<T>> futures) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
