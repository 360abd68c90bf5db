package dev.shopbell.inbox.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.conversation.ThreadEvent.EmailAutoReply;
import dev.shopbell.conversation.ThreadEvent.EmailBounced;
import dev.shopbell.conversation.ThreadEvent.EmailFailed;
import dev.shopbell.inbox.transcript.Transcripts.Transcript;
import dev.shopbell.message.Message;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A thread as a file: all of it, nothing that may not be seen, and nothing in it that runs.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TranscriptTest {

    private static final int MORE_THAN_TWO_PAGES = 450;
    private static final Pattern STYLE = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL);

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Transcripts transcripts;
    @Inject Database database;
    @Inject Conversations conversations;
    @Inject Handlings handlings;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn priya;
    private SignedIn olga;
    private StaffBrowser browser;
    private ShopperBrowser anna;
    private UUID conversation;

    @BeforeEach
    void annaAsksAndPriyaAnswers() {
        store = given.store();
        priya = given.agent(store);
        olga = given.owner(store);
        browser = new StaffBrowser(server, priya);
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you deliver to Malta?");
        conversation = anna.conversation();
        browser.answer(conversation, "Yes, we do.");
        browser.note(conversation, "The ferry goes on Mondays");
        deeds.resolve(store, conversation, priya.member().staff());
        anna.write("Thank you");
    }

    @Test
    void withNotesItIsAllThatStaffSee() {
        JsonNode transcript = ask("json", true).json();

        assertThat(transcript.get("store").asText()).isEqualTo("Hearthlow");
        assertThat(transcript.get("conversation").asText()).isEqualTo(conversation.toString());
        assertThat(transcript.get("notes").asBoolean()).isTrue();
        List<JsonNode> lines = transcript.get("messages").valueStream().toList();
        assertThat(lines)
                .extracting(line -> line.get("number").asLong())
                .containsExactlyElementsOf(
                        browser.messagesAfter(conversation, 0, 200)
                                .get("messages")
                                .valueStream()
                                .map(message -> message.get("seq").asLong())
                                .toList());
        assertThat(lines)
                .extracting(line -> line.get("kind").asText())
                .startsWith("customer", "staff", "note", "event");
        assertThat(lines.get(1).get("author").asText()).isEqualTo("Priya Nair");
        assertThat(lines.get(2).get("text").asText()).isEqualTo("The ferry goes on Mondays");
        assertThat(lines.get(3).at("/event/type").asText()).isEqualTo("resolved");
        assertThat(lines.get(0).has("event")).isFalse();
    }

    @Test
    void withoutNotesItIsWhatTheCustomerMaySee() {
        Answer answer = ask("json", false);

        assertThat(answer.body()).doesNotContain("ferry", "resolved", "Nair");
        assertThat(answer.json().get("messages").valueStream())
                .extracting(line -> line.get("text").asText())
                .containsExactly("Do you deliver to Malta?", "Yes, we do.", "Thank you");
        assertThat(answer.json().get("messages").valueStream())
                .extracting(line -> line.get("number").asLong())
                .containsExactly(1L, 2L, 3L);
        assertThat(answer.json().at("/messages/1/author").asText()).isEqualTo("Priya");
    }

    @Test
    void aPageSaysItInWords() {
        String page = ask("html", true).body();

        assertThat(page)
                .contains("Do you deliver to Malta?", "The ferry goes on Mondays")
                .contains("Priya Nair marked this resolved", "Reopened by a new message from")
                .contains("by <bdi>Priya Nair</bdi>. Times are in Europe/Warsaw.")
                .contains("dir=\"auto\"");
        assertThat(ask("html", false).body()).doesNotContain("ferry", "marked this resolved");
    }

    @Test
    void whatCameAndWentByMailIsToldInWords() {
        GivenMail.replyWent(store, conversation, "anna@example.com");
        cameByMail(1, true, "[]");
        cameByMail(6, false, "[{\"name\": \"a.exe\", \"code\": \"file_type_not_accepted\"}]");
        tell(new EmailBounced(2, 2, "anna@example.com", "The mailbox is full."));
        tell(new EmailFailed(2, 2, "anna@example.com", "unreachable"));
        tell(new EmailAutoReply("anna@example.com", "Away", "I am back on <Monday>."));

        String page = ask("html", true).body();

        assertThat(page)
                .contains("By e-mail from anna@example.com", "E-mailed to anna@example.com, ")
                .contains("By e-mail from another address: anna@example.com")
                .contains("a.exe was not taken: not an image or a video")
                .contains("The e-mail to anna@example.com did not arrive. The mailbox is full.")
                .contains("anna@example.com was not sent: no mail server took it for three days")
                .contains("Automatic reply by e-mail from anna@example.com: Away I am back on")
                .contains("&lt;Monday&gt;")
                .doesNotContain("email bounced", "email failed", "email auto");
        JsonNode data = ask("json", true).json().get("messages");
        assertThat(data.at("/0/email/known").asBoolean()).isTrue();
        assertThat(data.at("/1/emailed/to").asText()).isEqualTo("anna@example.com");
        assertThat(data.get(2).has("emailed")).isFalse();
        assertThat(ask("html", false).body())
                .contains("By e-mail<")
                .doesNotContain("E-mailed", "another address", "a.exe", "did not arrive");
        assertThat(ask("json", false).body()).doesNotContain("emailed", "known", "a.exe");
    }

    private void cameByMail(long seq, boolean known, String refused) {
        DatabaseOwner.execute(
                """
                UPDATE message SET email = jsonb_build_object(
                       'from', 'anna@example.com', 'subject', 'Malta', 'known', CAST(? AS boolean),
                       'refused', CAST(? AS jsonb), 'folded', false)
                 WHERE store_id = ? AND conversation_id = ? AND seq = ?
                """,
                known,
                refused,
                store.id().value(),
                conversation,
                seq);
    }

    private void tell(ThreadEvent event) {
        database.inStore(
                store.id(),
                tx -> {
                    ConversationId id = new ConversationId(conversation);
                    handlings.tell(tx, conversations.lock(tx, store.id(), id), event);
                    return true;
                });
    }

    @Test
    void nothingInAPageRuns() throws Exception {
        anna.write("</p><script>alert(1)</script><img src=x onerror=\"alert(2)\">{store}");
        Answer answer = ask("html", true);

        assertThat(answer.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{store}")
                .doesNotContain("<script", "<img");
        String policy = answer.header("Content-Security-Policy").orElseThrow();
        assertThat(policy).startsWith("default-src 'none'").endsWith("; sandbox");
        Matcher style = STYLE.matcher(answer.body());
        assertThat(style.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(policy)
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void itIsAFileAndNoCacheKeepsIt() {
        Answer page = ask("html", false);
        assertThat(page.header("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"conversation-[0-9a-f]{8}-[0-9-]{10}\\.html\"");
        assertThat(page.header("Cache-Control")).hasValue("no-store");
        assertThat(page.header("X-Content-Type-Options")).hasValue("nosniff");

        Answer data = ask("json", false);
        assertThat(data.header("Content-Type")).hasValue("application/json");
        assertThat(data.header("Content-Disposition").orElseThrow()).endsWith(".json\"");
    }

    @Test
    void aLongThreadIsWhole() {
        IntStream.range(0, MORE_THAN_TWO_PAGES).forEach(number -> anna.write("Word " + number));

        List<String> texts =
                ask("json", false)
                        .json()
                        .get("messages")
                        .valueStream()
                        .map(line -> line.get("text").asText())
                        .toList();

        assertThat(texts).hasSize(3 + MORE_THAN_TWO_PAGES).doesNotHaveDuplicates();
        assertThat(texts.getLast()).isEqualTo("Word " + (MORE_THAN_TWO_PAGES - 1));
    }

    @Test
    void itStopsWhenTheThreadIsTakenAwayMeanwhile() {
        IntStream.range(0, MORE_THAN_TWO_PAGES).forEach(number -> anna.write("Word " + number));
        Transcript transcript =
                transcripts.begin(
                        priya.member(),
                        new ConversationId(conversation),
                        TranscriptFormat.JSON,
                        false);
        List<Message> written = new ArrayList<>();

        assertThatThrownBy(() -> writeAndLose(transcript, written))
                .isInstanceOf(RefusedException.class);
        assertThat(written).hasSizeLessThan(MORE_THAN_TWO_PAGES).isNotEmpty();
    }

    private void writeAndLose(Transcript transcript, List<Message> written) throws IOException {
        transcripts.forEach(
                transcript,
                line -> {
                    if (written.isEmpty()) {
                        deeds.assign(
                                store, conversation, olga.member().staff(), olga.member().staff());
                    }
                    written.add(line.message());
                });
    }

    @Test
    void whoMayNotSeeItGetsNothing() {
        deeds.assign(store, conversation, olga.member().staff(), olga.member().staff());

        assertThat(ask("html", true).outcome()).isEqualTo("404 not_found");
        assertThat(ask("json", false).outcome()).isEqualTo("404 not_found");
    }

    @Test
    void anotherFormatIsRefused() {
        Answer answer = ask("pdf", false);

        assertThat(answer.outcome()).isEqualTo("400 invalid_value");
        assertThat(answer.field()).isEqualTo("format");
    }

    @Test
    void itIsInTheAuditTrailAndARefusalIsNot() {
        var _ = ask("json", true);
        deeds.assign(store, conversation, olga.member().staff(), olga.member().staff());
        var _ = ask("json", true);

        Answer trail =
                Http.get("/api/staff/stores/" + store.id().value() + "/audit").as(olga).send();

        List<JsonNode> exports =
                trail.json()
                        .get("entries")
                        .valueStream()
                        .filter(entry -> entry.get("action").asText().equals("transcript_exported"))
                        .toList();
        assertThat(exports).hasSize(1);
        assertThat(exports.getFirst().at("/actor/name").asText()).isEqualTo("Priya Nair");
        assertThat(exports.getFirst().get("subject").toString())
                .contains(conversation.toString(), "\"notes\":true", "\"format\":\"json\"")
                .doesNotContain("Malta", "Anna");
    }

    private Answer ask(String format, boolean notes) {
        return Http.get(
                        "/api/staff/stores/%s/conversations/%s/transcript?format=%s&notes=%s"
                                .formatted(store.id().value(), conversation, format, notes))
                .as(priya)
                .send();
    }
}
