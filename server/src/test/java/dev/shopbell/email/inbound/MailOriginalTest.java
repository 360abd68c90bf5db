package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A mail as it came, for whoever wants to see more than its message shows: a page that runs
/// nothing and fetches nothing.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MailOriginalTest {

    private static final String ANNA = "anna@example.com";

    @Inject Given given;
    @Inject InboundMails mails;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private UUID conversation;
    private String messageId;

    @BeforeEach
    void anAnswerWentByMail() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        ShopperBrowser anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Is the mug still there?");
        conversation = anna.conversation();
        priya.answer(conversation, "Yes, two of them.");
        messageId = GivenMail.replyWent(store, conversation, ANNA);
    }

    @Test
    void whatIsQuotedIsFoldedAwayAndOneClickAway() {
        take(
                answer().says(
                                """
                                Then I take both.\r
                                \r
                                On Thu, 26 Nov 2026 at 09:00, Hearthlow <chat@hearthlow.example> wrote:\r
                                > Yes, two of them.\r
                                """));

        JsonNode last = lastMessage();
        assertThat(last.path("text").asText()).isEqualTo("Then I take both.");
        assertThat(last.at("/email/folded").asBoolean()).isTrue();
        assertThat(original(last).body()).contains("Yes, two of them.");
    }

    @Test
    void theOriginalIsAPageThatRunsAndFetchesNothing() {
        take(
                answer().raw(
                                "text/html; charset=UTF-8",
                                "<p>Hello</p><script>alert(1)</script><img src=\"https://evil.example/pixel.png\">\r\n"));

        HttpResponse<String> page = original(lastMessage());
        assertThat(page.body()).contains("Hello").doesNotContain("<script", "evil.example/pixel");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void whatWasCutOffIsToldInTheThreadAndInTheOriginal() {
        take(answer().says("A long story. " + "So it goes. ".repeat(30_000) + "LASTWORDS"));

        JsonNode last = lastMessage();
        assertThat(last.at("/email/cutOff").asBoolean()).isTrue();
        assertThat(original(last).body())
                .contains("Not all of it could be taken")
                .doesNotContain("LASTWORDS");
    }

    @Test
    void ofAMailThatWasTakenWholeNothingIsCutOff() {
        take(answer().says("Then I take both.").with("huge.png", "image/png", new byte[2_000_000]));

        JsonNode last = lastMessage();
        assertThat(last.at("/email/cutOff").asBoolean()).isFalse();
        assertThat(original(last).body()).doesNotContain("Not all of it");
    }

    @Test
    void theOriginalShowsThePicturesThatTheMailBrought() {
        String picture = Base64.getMimeEncoder().encodeToString(Pictures.png(1));
        take(
                answer().raw(
                                "multipart/related; boundary=\"r\"",
                                """
                                --r\r
                                Content-Type: text/html; charset=UTF-8\r
                                \r
                                <p>It looks like this: <img src="cid:mug@mail" alt="mug"> and not <img src="cid:other@mail"></p>\r
                                --r\r
                                Content-Type: image/png; name="mug.png"\r
                                Content-ID: <mug@mail>\r
                                Content-Transfer-Encoding: base64\r
                                \r
                                %s\r
                                --r--\r
                                """
                                        .formatted(picture)));

        JsonNode last = lastMessage();
        assertThat(last.path("attachments")).hasSize(1);
        List<String> shown = Jsoup.parse(original(last).body()).select("img").eachAttr("src");
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst()).startsWith("data:image/png;base64,");
    }

    private WrittenMail answer() {
        return new WrittenMail("Anna Kowalska <" + ANNA + ">", RealMailbox.ADDRESS)
                .answers(messageId);
    }

    private void take(WrittenMail mail) {
        try {
            var _ = mails.take(null, List.of(), mail.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode lastMessage() {
        JsonNode messages = priya.thread(conversation).path("messages");
        return messages.get(messages.size() - 1);
    }

    private HttpResponse<String> original(JsonNode message) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        server.resolve(
                                "/api/staff/stores/%s/conversations/%s/messages/%d/email"
                                        .formatted(
                                                store.id().value(),
                                                conversation,
                                                message.path("seq").asLong())));
        priya.headers().forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
