package dev.shopbell.attachment;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a shopper's first message brings along is uploaded before it, when there is no conversation
/// yet.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FirstFilesTest {

    private static final byte[] PICTURE = Pictures.png(1);

    @Inject Given given;
    @Inject SweepAttachments sweep;

    private Store store;
    private VisitorSecret anna;
    private UUID conversation;
    private UUID picture;

    @BeforeEach
    void aShopperWhoHasNotWritten() {
        store = given.store();
        anna = given.secret();
        conversation = UUID.randomUUID();
        picture = UUID.randomUUID();
    }

    @Test
    void aFirstMessageMayBePicturesAlone() {
        SignedIn priya = given.agent(store);
        UUID other = UUID.randomUUID();
        assertTaken(upload(anna, picture));
        assertTaken(upload(anna, other));
        assertThat(count("SELECT count(*) FROM conversation WHERE store_id = ?")).isZero();

        Answer posted = post(anna, "", other, picture);

        assertTaken(posted);
        assertThat(posted.json().at("/message/attachments").findValuesAsText("id"))
                .containsExactly(other.toString(), picture.toString());
        JsonNode listed = Http.get(staff("/conversations?view=all")).as(priya).send().json();
        assertThat(listed.findValuesAsText("images")).contains("2");
        assertThat(content(priya).status()).isEqualTo(200);
        assertThat(waiting()).isZero();
    }

    @Test
    void theSameUploadAgainIsTheSameAttachmentBeforeAndAfter() {
        Answer first = upload(anna, picture);
        Answer again = upload(anna, picture);
        Answer other = put(anna, picture).body(Pictures.png(2)).send();
        post(anna, "Hello");
        Answer after = upload(anna, picture);

        assertThat(List.of(again.json(), after.json())).containsOnly(first.json());
        assertRefused(other, "409 client_id_reused");
        assertThat(waiting()).isEqualTo(1);
        assertTaken(post(anna, "", picture));
    }

    @Test
    void copiesAtOnceAreOneAttachment() throws Exception {
        List<Callable<Answer>> copies =
                IntStream.range(0, 8)
                        .<Callable<Answer>>mapToObj(_ -> () -> upload(anna, picture))
                        .toList();

        atOnce(copies).forEach(FirstFilesTest::assertTaken);

        assertThat(waiting()).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM blob WHERE store_id = ?")).isEqualTo(1);
    }

    /// A picture that was chosen while the first message was being sent goes with the second one.
    @Test
    void nothingIsLostThatIsUploadedWhileTheConversationIsOpened() throws Exception {
        for (int time = 0; time < 10; time++) {
            anna = given.secret();
            conversation = UUID.randomUUID();
            List<UUID> pictures = Stream.generate(UUID::randomUUID).limit(3).toList();
            Stream<Callable<Answer>> uploads =
                    pictures.stream().map(each -> () -> upload(anna, each));

            atOnce(Stream.concat(uploads, Stream.of(() -> post(anna, "Hello"))).toList())
                    .forEach(FirstFilesTest::assertTaken);

            assertTaken(post(anna, "", pictures.toArray(UUID[]::new)));
        }
    }

    @Test
    void whatWaitsForAFirstMessageIsThereForNobodyElse() {
        SignedIn priya = given.agent(store);
        VisitorSecret other = given.secret();
        upload(anna, picture);

        assertThat(content(priya).status()).isEqualTo(404);
        assertRefused(upload(other, picture), "404 not_found");
        assertRefused(upload(other, UUID.randomUUID()), "404 not_found");
        assertRefused(delete(other), "404 not_found");
        assertThat(waiting()).isEqualTo(1);
        assertThat(delete(anna).status()).isEqualTo(204);
        assertThat(waiting()).isZero();
        assertThat(count("SELECT count(*) FROM blob WHERE store_id = ?")).isZero();
    }

    @Test
    void whoeverOpensTheConversationGetsNothingOfSomebodyElses() {
        VisitorSecret other = given.secret();
        upload(other, picture);

        assertRefused(post(anna, "", picture), "422 attachment_not_found");
        assertTaken(post(anna, "Hello"));
        assertRefused(post(anna, "", picture), "422 attachment_not_found");
        assertRefused(upload(other, picture), "404 not_found");
        assertThat(waiting()).isZero();
    }

    @Test
    void anothersConversationCannotBeUploadedInto() {
        post(anna, "Hello");

        assertRefused(upload(given.secret(), picture), "404 not_found");
    }

    @Test
    void ofManyThatWaitTheOldestMakesRoom() {
        upload(anna, picture);
        for (int each = 0; each < Uploads.MOST_PENDING; each++) {
            assertTaken(upload(anna, UUID.randomUUID()));
        }

        assertThat(waiting()).isEqualTo(Uploads.MOST_PENDING);
        assertRefused(post(anna, "", picture), "422 attachment_not_found");
    }

    @Test
    void wherefromSomebodyWasBlockedNoNewcomerUploads() {
        SignedIn priya = given.agent(store);
        post(anna, "Hello");
        assertThat(
                        Http.of("PUT", staff("/conversations/" + conversation + "/block"))
                                .as(priya)
                                .json("{\"network\": true}")
                                .send()
                                .status())
                .isEqualTo(200);
        conversation = UUID.randomUUID();

        assertRefused(upload(given.secret(), picture), "403 sender_blocked");
        assertThat(waiting()).isZero();
    }

    @Test
    void whatNoFirstMessageCameForIsSwept() {
        upload(anna, picture);
        for (String table : List.of("attachment", "blob")) {
            DatabaseOwner.execute(
                    "UPDATE %s SET created_at = created_at - interval '2 days' WHERE store_id = ?"
                            .formatted(table),
                    store.id().value());
        }

        sweep.run(new SweepAttachments.Due(store.id().value()));

        assertThat(waiting()).isZero();
        assertThat(count("SELECT count(*) FROM blob WHERE store_id = ?")).isZero();
    }

    private static void assertTaken(Answer answer) {
        assertThat(answer.outcome()).as(answer.body()).isEqualTo("200");
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
        try (ExecutorService at = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = at.invokeAll(requests);
            return sent.stream().map(Future::resultNow).toList();
        }
    }

    private Answer upload(VisitorSecret by, UUID id) {
        return put(by, id).body(PICTURE).send();
    }

    private Http put(VisitorSecret by, UUID id) {
        return Http.of("PUT", shopper("/attachments/" + id + "?name=parcel.png")).as(by);
    }

    private Answer delete(VisitorSecret by) {
        return Http.of("DELETE", shopper("/attachments/" + picture)).as(by).send();
    }

    private Answer post(VisitorSecret by, String text, UUID... carried) {
        String ids = String.join(", ", Stream.of(carried).map(id -> "\"" + id + "\"").toList());
        String contact = "{\"email\": \"anna@example.com\", \"name\": \"Anna\"}";
        return Http.of("PUT", shopper("/messages/" + UUID.randomUUID()))
                .as(by)
                .json(
                        "{\"text\": \"%s\", \"attachments\": [%s], \"contact\": %s}"
                                .formatted(text, ids, contact))
                .send();
    }

    private Answer content(SignedIn by) {
        String path = "/conversations/%s/attachments/%s/content".formatted(conversation, picture);
        return Http.get(staff(path)).as(by).send();
    }

    private String shopper(String path) {
        return "/api/widget/%s/conversations/%s%s".formatted(store.key(), conversation, path);
    }

    private String staff(String path) {
        return "/api/staff/stores/" + store.id().value() + path;
    }

    private long waiting() {
        return count("SELECT count(*) FROM attachment WHERE seq IS NULL AND store_id = ?");
    }

    private long count(String query) {
        return Long.parseLong(DatabaseOwner.ask(query, store.id().value()).getFirst());
    }
}
