package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.Pictures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Server and PostgreSQL are killed while a shopper uploads: of each upload everything is there or
/// nothing, nothing is there besides, and sending it again brings it there once.
@Tag("crash")
class UploadsKilledIT {

    private static final int ROUNDS = 5;
    private static final int AT_ONCE = 4;
    private static final int BYTES = 900_000;
    private static final String SECRET = "A".repeat(43);

    private final UUID conversation = UUID.randomUUID();

    @TempDir private Path data;

    @Test
    void anUploadIsThereWholeOrNotAtAllAndOnceAfterItIsRepeated() throws Exception {
        long seed = Long.getLong("crash.seed", new Random().nextLong());
        RandomGenerator random = Storm.dice(seed);
        System.out.println("seed: -Dcrash.seed=" + seed);
        byte[] file = Pictures.padded(Pictures.png(400, 300, 1), BYTES);
        try (Shop shop = Shop.in(data);
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService shopper = Executors.newVirtualThreadPerTaskExecutor()) {
            shop.start();
            String base = base(shop, Opened.in(shop).stores().getFirst().key());
            assertThat(write(client, base)).isEqualTo(200);
            List<UUID> all = new ArrayList<>();
            int unanswered = 0;
            for (int round = 0; round < ROUNDS; round++) {
                List<UUID> ids = Stream.generate(UUID::randomUUID).limit(AT_ONCE).toList();
                all.addAll(ids);
                List<Future<Integer>> uploads =
                        ids.stream()
                                .map(id -> shopper.submit(() -> upload(client, base, id, file)))
                                .toList();
                Pause.millis(random.nextLong(400));
                (round % 2 == 0 ? Killing.SERVER : Killing.BOTH).strike(shop);
                for (Future<Integer> upload : uploads) {
                    unanswered += upload.get() == 200 ? 0 : 1;
                }
                assertThat(halves(shop)).isEmpty();
                for (UUID id : ids) {
                    assertThat(upload(client, base, id, file)).isEqualTo(200);
                }
            }

            assertThat(halves(shop)).isEmpty();
            assertThat(shop.ask("SELECT attachment_id FROM attachment"))
                    .containsExactlyInAnyOrderElementsOf(all.stream().map(UUID::toString).toList());
            System.out.println("uploads that the server died in: " + unanswered);
            assertThat(unanswered).isPositive();
        }
    }

    /// Attachments without their bytes, and bytes without their attachment.
    private static List<String> halves(Shop shop) {
        return shop.ask(
                """
                SELECT a.attachment_id::text
                  FROM attachment a
                  LEFT JOIN blob b ON b.store_id = a.store_id AND b.blob_id = a.content_blob
                 WHERE octet_length(b.content) IS DISTINCT FROM a.byte_size
                UNION ALL
                SELECT b.blob_id::text
                  FROM blob b
                 WHERE NOT EXISTS (SELECT FROM attachment a
                                    WHERE b.blob_id IN (a.content_blob, a.thumbnail_blob, a.poster_blob))
                """);
    }

    private String base(Shop shop, String key) {
        return "%s/api/widget/%s/conversations/%s"
                .formatted(shop.wire().origin(), key, conversation);
    }

    private static int write(HttpClient client, String base) throws Exception {
        String body =
                """
                {"text": "Hello", "contact": {"email": "anna@example.com", "name": "Anna"}}
                """;
        return send(
                client,
                request(base + "/messages/" + UUID.randomUUID())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body))
                        .build());
    }

    /// The status; 0 when nothing came back.
    private static int upload(HttpClient client, String base, UUID id, byte[] file)
            throws InterruptedException {
        try {
            return send(
                    client,
                    request(base + "/attachments/" + id + "?name=parcel.png")
                            .PUT(BodyPublishers.ofByteArray(file))
                            .build());
        } catch (IOException _) {
            return 0;
        }
    }

    private static int send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return answer.statusCode();
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + SECRET);
    }
}
