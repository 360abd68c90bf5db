package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.CountedPostgres;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.TripCounter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A post costs three trips to PostgreSQL and back, counted on the wire: lock and look up, write,
/// commit.
@QuarkusTest
@QuarkusTestResource(value = CountedPostgres.class, restrictToAnnotatedClass = true)
class PostingTripsTest {

    private static final int POSTS = 21;

    @Inject Given given;
    @TestHTTPResource URI server;
    TripCounter counter;

    private ShopperBrowser anna;
    private StaffBrowser priya;

    @BeforeEach
    void beginAConversation() {
        Store store = given.store();
        anna = new ShopperBrowser(server, store, given.secret());
        priya = new StaffBrowser(server, given.agent(store));
        anna.write("Hello?");
        priya.answer(anna.conversation(), "Good morning!");
    }

    @Test
    void aShoppersMessageTakesThreeTrips() {
        assertThat(tripsOf(() -> anna.write("Where is my order?"))).isEqualTo(3);
    }

    @Test
    void anAnswerTakesThreeTrips() {
        assertThat(tripsOf(() -> priya.answer(anna.conversation(), "On its way."))).isEqualTo(3);
    }

    /// Of most times: now and then the server looks something up that it keeps for seconds, and
    /// once a second it compares its stores' counters.
    private long tripsOf(Runnable post) {
        return LongStream.generate(() -> trips(post)).limit(POSTS).sorted().toArray()[POSTS / 2];
    }

    private long trips(Runnable post) {
        long before = counter.trips();
        post.run();
        return counter.trips() - before;
    }
}
