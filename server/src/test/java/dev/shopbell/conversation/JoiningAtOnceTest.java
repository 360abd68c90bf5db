package dev.shopbell.conversation;

import static dev.shopbell.conversation.VouchingShop.ANNA;
import static dev.shopbell.conversation.VouchingShop.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.VouchingShop.Shopper;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Browsers that are open, or do many things at once, while the store says whose they are.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class JoiningAtOnceTest {

    @TestHTTPResource URI server;

    @Inject Given given;
    @Inject GivenIdentity identities;

    private VouchingShop shop;
    private StaffBrowser priya;

    @BeforeEach
    void haveAStoreThatVouches() {
        shop = VouchingShop.open(given, identities, server);
        priya = new StaffBrowser(server, given.agent(shop.store()));
    }

    @Test
    void openSocketsStartOverInTheThreadThatGoesOn() {
        Shopper laptop = shop.shopper();
        laptop.is(ANNA);
        laptop.writes("Last month");
        Shopper phone = shop.shopper();
        UUID newer = phone.writes("Today");
        try (LiveClient old = laptop.browser().connect(1);
                LiveClient kept = phone.browser().connect(1)) {
            old.next("welcome");
            kept.next("welcome");

            phone.is(ANNA);

            old.next("start_over");
            assertThat(old.awaitEnd()).isEqualTo(1012);
            try (LiveClient again = laptop.browser().connect(0)) {
                assertThat(again.next("welcome").at("/conversation/id").asText())
                        .isEqualTo(newer.toString());
                priya.answer(newer, "Good morning");
                again.next(
                        "message",
                        frame -> frame.at("/message/text").asText().equals("Good morning"));
                kept.next(
                        "message",
                        frame -> frame.at("/message/text").asText().equals("Good morning"));
            }
        }
    }

    @Test
    void aSocketOfSomebodyWhoBecameAnotherHearsNothingMoreOfTheFirst() {
        Shopper shared = shop.shopper();
        shared.is(ANNA);
        UUID annas = shared.writes("Hello");
        try (LiveClient socket = shared.browser().connect(1)) {
            socket.next("welcome");

            shared.is(BEN);

            socket.next("start_over");
            socket.awaitEnd();
            priya.answer(annas, "For Anna alone");
            assertThat(socket.heard().toString()).doesNotContain("For Anna alone");
        }
    }

    /// Whatever happens at the same time, it comes to one open thread in which nothing is missing.
    @Test
    void browsersThatWriteAndSignInAtOnceEndUpInOneThread() throws Exception {
        List<Shopper> browsers = new ArrayList<>();
        List<Callable<Answer>> doing = new ArrayList<>();
        List<UUID> messages = new ArrayList<>();
        for (int each = 0; each < 6; each++) {
            Shopper shopper = shop.shopper();
            browsers.add(shopper);
            UUID drawn = UUID.randomUUID();
            for (int said = 0; said < 4; said++) {
                UUID message = UUID.randomUUID();
                messages.add(message);
                doing.add(() -> shopper.writesTo(drawn, message, "Hello"));
            }
            doing.add(2, () -> shopper.shows(ANNA));
            doing.add(() -> shopper.shows(ANNA));
        }
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> done : together.invokeAll(doing)) {
                assertThat(done.get().outcome()).isIn("200", "204");
            }
        }

        assertThat(browsers.stream().map(Shopper::thread).distinct()).hasSize(1);
        assertThat(
                        ask(
                                "SELECT count(*)::text FROM conversation WHERE store_id = ? AND continued_in IS NULL"))
                .containsExactly("1");
        assertThat(
                        ask(
                                "SELECT client_id::text FROM message WHERE store_id = ? AND kind = 'customer'"))
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(UUID::toString).toList());
        assertThat(ask("SELECT DISTINCT customer_id::text FROM conversation WHERE store_id = ?"))
                .hasSize(1);
    }

    @Test
    void aBrowserThatIsTwoPeopleAtOnceIsOneOfThem() throws Exception {
        for (int round = 0; round < 5; round++) {
            Shopper shared = shop.shopper();
            shared.writes("Hello");
            try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Answer>> both =
                        List.of(
                                () -> shared.shows(ANNA),
                                () -> shared.shows(BEN),
                                () -> shared.shows(ANNA),
                                () -> shared.shows(BEN));
                for (Future<Answer> done : together.invokeAll(both)) {
                    assertThat(done.get().outcome()).isEqualTo("204");
                }
            }
        }

        assertThat(
                        ask(
                                """
                                SELECT customer_id::text FROM conversation
                                 WHERE store_id = ? AND continued_in IS NULL
                                 GROUP BY customer_id HAVING count(*) > 1
                                """))
                .isEmpty();
        assertThat(
                        ask(
                                "SELECT client_id::text FROM message WHERE store_id = ? AND kind = 'customer'"))
                .hasSize(5);
    }

    private List<String> ask(String sql) {
        return DatabaseOwner.ask(sql, shop.store().id().value());
    }
}
