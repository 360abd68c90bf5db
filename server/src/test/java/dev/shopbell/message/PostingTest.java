package dev.shopbell.message;

import static dev.shopbell.testkit.Given.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Posting against a real PostgreSQL: once, in a place of its own, whoever races.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostingTest {

    @Inject Given given;
    @Inject Messages messages;

    @Test
    void sendingTheSameDraftTwiceSaysItOnce() {
        Store store = given.store();
        CustomerDraft draft = given.draft(given.secret(), "Where is my order?");

        Posted first = messages.post(store, draft, EVERYBODY);
        Posted again = messages.post(store, draft, EVERYBODY);

        assertThat(again.message()).isEqualTo(first.message());
        assertThat(again.conversation().lastSeq()).isEqualTo(1);
    }

    @Test
    void theSameIdWithOtherWordsIsRefused() {
        Store store = given.store();
        CustomerDraft draft = given.draft(given.secret(), "Where is my order?");
        messages.post(store, draft, EVERYBODY);
        CustomerDraft changed =
                new CustomerDraft(
                        draft.secret(),
                        draft.conversation(),
                        draft.id(),
                        new MessageText("Something else"),
                        List.of(),
                        Contact.NONE,
                        Surroundings.UNKNOWN,
                        Given.SOMEWHERE);

        assertThatThrownBy(() -> messages.post(store, changed, EVERYBODY))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isEqualTo(MessageRefusal.CLIENT_ID_REUSED));
    }

    @Test
    void writersAtTheSameMomentGetNeighbouringPlaces() throws Exception {
        Store store = given.store();
        VisitorSecret secret = given.secret();

        List<Posted> posted =
                inParallel(
                        20, () -> messages.post(store, given.draft(secret, "Hello?"), EVERYBODY));

        assertThat(posted.stream().map(each -> each.message().seq()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(posted.stream().map(each -> each.conversation().id()).distinct()).hasSize(1);
    }

    @Test
    void aNoteTakesNoPlaceTheCustomerCounts() {
        Store store = given.store();
        var agent = given.agent(store);
        VisitorSecret secret = given.secret();
        ConversationId conversation =
                given.firstMessage(store, secret, "Hello").conversation().id();
        messages.post(agent.member(), staffDraft(conversation, "Only for us", true));

        PostedByStaff answer =
                messages.post(agent.member(), staffDraft(conversation, "Good day", false));

        assertThat(answer.message().seq()).isEqualTo(3);
        assertThat(answer.message().publicSeq()).isEqualTo(2);
        assertThat(answer.conversation().preview())
                .satisfies(preview -> assertThat(preview.author().name()).isEqualTo("Priya Nair"));
    }

    @Test
    void anotherVisitorsConversationIdIsNobodys() {
        Store store = given.store();
        CustomerDraft first = given.draft(given.secret(), "Mine");
        messages.post(store, first, EVERYBODY);
        CustomerDraft thief =
                new CustomerDraft(
                        given.secret(),
                        first.conversation(),
                        new MessageId(UUID.randomUUID()),
                        new MessageText("Mine now"),
                        List.of(),
                        new Contact("thief@example.com", null),
                        Surroundings.UNKNOWN,
                        Given.SOMEWHERE);

        assertThatThrownBy(() -> messages.post(store, thief, EVERYBODY))
                .isInstanceOf(RefusedException.class)
                .hasMessage("not_found");
    }

    private static StaffDraft staffDraft(ConversationId conversation, String text, boolean isNote) {
        return new StaffDraft(
                conversation, new MessageId(UUID.randomUUID()), new MessageText(text), isNote);
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> each :
                    workers.invokeAll(Stream.generate(() -> work).limit(times).toList())) {
                results.add(each.get());
            }
        }
        return results;
    }
}
