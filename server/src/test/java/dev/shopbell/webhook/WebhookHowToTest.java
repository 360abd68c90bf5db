package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenWebhook;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ReceiverForTests;
import dev.shopbell.testkit.ReceiverForTests.Received;
import dev.shopbell.testkit.ShopperBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever takes the code of the page knows our requests from others.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WebhookHowToTest {

    private static final Path PAGE = Path.of("..", "docs", "how-to", "receive-webhooks.md");
    private static final String ASKING =
            """
            const [secret, headers, body] = JSON.parse(process.argv[2]);
            console.log(isFromShopbell(secret, headers, Buffer.from(body, "utf8")));
            """;

    @Inject Given given;
    @Inject ObjectMapper json;
    @TestHTTPResource URI server;

    @Test
    void theCodeOfThePageTellsARealDeliveryFromOthers(@TempDir Path folder) throws Exception {
        Store store = given.store();
        try (ReceiverForTests receiver = new ReceiverForTests()) {
            GivenWebhook webhook =
                    new GivenWebhook(given.owner(store), receiver.url(), GivenWebhook.EVERYTHING);
            webhook.ask("PUT", "/secret");
            new ShopperBrowser(server, store, given.secret()).write("Where is my order?");
            await().atMost(Duration.ofMinutes(1)).until(() -> receiver.received().size() == 2);

            Received received = receiver.received().getLast();
            Map<String, String> headers = headers(received);
            Path program = folder.resolve("receive.mjs");
            Files.writeString(program, code() + ASKING);

            String secret = webhook.secret();
            assertThat(run(program, secret, headers, received.body())).isEqualTo("true");
            assertThat(run(program, secret, headers, received.body() + " ")).isEqualTo("false");
            assertThat(run(program, "whsec_" + "A".repeat(43) + "=", headers, received.body()))
                    .isEqualTo("false");
            headers.put("webhook-timestamp", "1674087231");
            assertThat(run(program, secret, headers, received.body())).isEqualTo("false");
        }
    }

    private static Map<String, String> headers(Received received) {
        Map<String, String> headers = new HashMap<>();
        received.headers()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    private static String code() throws IOException {
        String page = Files.readString(PAGE);
        String code = page.substring(page.indexOf("```js\n") + 6);
        return code.substring(0, code.indexOf("```")).replace("export ", "");
    }

    private String run(Path program, String secret, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        Process node =
                new ProcessBuilder(
                                "node",
                                program.toString(),
                                json.writeValueAsString(new Object[] {secret, headers, body}))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return said.strip();
    }
}
