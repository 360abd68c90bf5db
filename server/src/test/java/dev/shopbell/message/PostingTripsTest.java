package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.CountedPostgres;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.TripCounter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A post costs three trips to PostgreSQL and back, counted on the wire: lock and look up, write,
/// commit.
@QuarkusTest
@QuarkusTestResource(value = CountedPostgres.class, restrictToAnnotatedClass = true)
class PostingTripsTest {

    private static final int POSTS = 19;

    @Inject Given given;
    @TestHTTPResource URI server;
    TripCounter counter;

    @Inject GivenFiles files;

    private Store store;
    private VisitorSecret secret;
    private ShopperBrowser anna;
    private StaffBrowser priya;

    @BeforeEach
    void beginAConversation() {
        store = given.store();
        secret = given.secret();
        anna = new ShopperBrowser(server, store, secret);
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

    @Test
    void withPicturesItTakesNoTripMore() {
        Iterator<UUID> pictures = Stream.generate(this::uploaded).limit(POSTS).toList().iterator();

        assertThat(tripsOf(() -> anna.send(pictures.next()))).isEqualTo(3);
    }

    private UUID uploaded() {
        UUID id = UUID.randomUUID();
        files.pending(store, secret, new ConversationId(anna.conversation()), id);
        return id;
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
