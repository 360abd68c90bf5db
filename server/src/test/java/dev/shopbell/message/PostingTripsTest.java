package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.Overheard;
import dev.shopbell.testkit.OverheardPostgres;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A post costs three trips to PostgreSQL and back, counted on the wire: lock and look up, write,
/// commit.
@QuarkusTest
@QuarkusTestResource(value = OverheardPostgres.class, restrictToAnnotatedClass = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostingTripsTest {

    private static final int POSTS = 9;

    @Inject Given given;
    @Inject GivenFiles files;
    @TestHTTPResource URI server;
    Queue<List<List<String>>> transactions;

    private Overheard line;
    private Store store;
    private VisitorSecret secret;
    private ShopperBrowser anna;
    private StaffBrowser priya;

    @BeforeEach
    void beginAConversation() throws InterruptedException {
        if (line == null) {
            line = Overheard.afterSilence(transactions);
        }
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

    /// Of most times: now and then the server looks up again who is signed in.
    private int tripsOf(Runnable post) {
        return IntStream.generate(() -> line.tripsOf(post).size())
                .limit(POSTS)
                .sorted()
                .toArray()[POSTS / 2];
    }
}
