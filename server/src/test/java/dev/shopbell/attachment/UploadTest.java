package dev.shopbell.attachment;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Uploading, through both doors: whole or not at all, once however often it is sent, and never
/// more than is allowed.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class UploadTest {

    private static final int MOST = 1_048_576;
    private static final byte[] PICTURE = Pictures.png(1);

    @Inject Given given;
    @TestHTTPResource URI server;

    private UploadDoors upload;

    @BeforeEach
    void aConversation() {
        upload = UploadDoors.of(given);
    }

    @Test
    void aFileOfExactlyTheMostBytesIsTakenThroughBothDoors() {
        byte[] most = Pictures.padded(PICTURE, MOST);

        for (Http door : upload.both(UUID.randomUUID(), "parcel.png")) {
            Answer answer = door.body(most).send();

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().at("/attachment/kind").asText()).isEqualTo("image");
        }
    }

    @Test
    void aByteMoreIsRefusedHoweverItIsSent() {
        byte[] more = Pictures.padded(PICTURE, MOST + 1);
        Map<String, Long> before = DatabaseOwner.rowCounts();

        for (Http door : upload.both(UUID.randomUUID(), "parcel.png")) {
            for (Answer answer : List.of(door.body(more).send(), door.chunked(more).send())) {
                assertThat(answer.outcome()).isEqualTo("413 file_too_large");
                assertThat(answer.json().path("limit").asInt()).isEqualTo(MOST);
            }
        }
        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    @Test
    void whatDoesNotTellItsLengthIsTakenUpToTheSame() {
        byte[] most = Pictures.padded(PICTURE, MOST);

        for (Http door : upload.both(UUID.randomUUID(), "parcel.png")) {
            assertThat(door.chunked(most).send().status()).isEqualTo(200);
        }
    }

    /// Whoever sends far too much hears why, and may go on over the same connection.
    @Test
    void aFarTooLargeFileIsAnsweredAndTheConnectionGoesOn() throws IOException {
        byte[] far = Pictures.padded(PICTURE, 3 * MOST);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(UUID.randomUUID(), "Content-Length: " + far.length));
            out.write(far);
            assertThat(statusLine(socket.getInputStream())).contains("413");

            out.write(head(UUID.randomUUID(), "Content-Length: " + PICTURE.length));
            out.write(PICTURE);
            assertThat(statusLine(socket.getInputStream())).contains("200");
        }
    }

    @Test
    void otherRoutesTakeNoMoreThanBefore() {
        byte[] large = new byte[65 * 1024];

        assertRefused(
                Http.of("PUT", upload.path(UUID.randomUUID()).replace("attachments", "messages"))
                        .as(upload.priya())
                        .json("{}")
                        .body(large)
                        .send(),
                "413 body_too_large");
    }

    @Test
    void theSameUploadAgainIsTheSameAttachment() {
        UUID id = UUID.randomUUID();
        for (Http door : upload.both(id, "parcel.png")) {
            Answer first = door.body(PICTURE).send();
            Map<String, Long> before = DatabaseOwner.rowCounts();

            Answer again = door.body(PICTURE).send();

            assertThat(again.outcome()).isEqualTo("200");
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
            assertRefused(door.body(Pictures.png(2)).send(), "409 client_id_reused");
            id = UUID.randomUUID();
        }
    }

    @Test
    void anIdOfSomebodyElsesUploadIsTaken() {
        UUID id = UUID.randomUUID();
        upload.staff(upload.priya(), id, "parcel.png").body(PICTURE).send();

        assertRefused(
                upload.shopper(id, "parcel.png").body(PICTURE).send(), "409 client_id_reused");
        assertRefused(
                upload.staff(given.agent(upload.store()), id, "parcel.png").body(PICTURE).send(),
                "409 client_id_reused");
    }

    @Test
    void twoUploadsOfOneIdAtOnceAreOneAttachment() throws Exception {
        UUID id = UUID.randomUUID();
        List<Callable<Answer>> copies =
                IntStream.range(0, 8)
                        .<Callable<Answer>>mapToObj(
                                _ -> () -> upload.shopper(id, "parcel.png").body(PICTURE).send())
                        .toList();

        try (ExecutorService at = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> copy : at.invokeAll(copies)) {
                assertThat(copy.get().outcome()).isEqualTo("200");
            }
        }

        assertThat(upload.attachments()).isEqualTo(1);
        assertThat(upload.blobs()).isEqualTo(1);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        byte[] whole = Pictures.padded(PICTURE, 400_000);
        UUID id = UUID.randomUUID();
        for (int sent : List.of(0, 1, 70_000, whole.length - 1)) {
            for (String length :
                    List.of("Content-Length: " + whole.length, "Transfer-Encoding: chunked")) {
                try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                    OutputStream out = socket.getOutputStream();
                    out.write(head(id, length));
                    if (length.startsWith("Transfer")) {
                        out.write(
                                Integer.toHexString(whole.length).getBytes(StandardCharsets.UTF_8));
                        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
                    }
                    out.write(whole, 0, sent);
                    out.flush();
                    socket.setSoLinger(true, 0); // as a network does that is gone
                }
            }
        }

        Answer retry = upload.shopper(id, "parcel.png").body(whole).send();

        assertThat(retry.outcome()).isEqualTo("200");
        assertThat(upload.attachments()).isEqualTo(1);
        assertThat(upload.blobs()).isEqualTo(1);
    }

    @Test
    void namesThatLeadSomewhereOrHideSomethingAreRefused() {
        for (String name :
                List.of(
                        "",
                        "   ",
                        "../parcel.png",
                        "..",
                        "a/b.png",
                        "a\\b.png",
                        "parcel\0.png",
                        "parcel\r\nX: y.png",
                        "gnp.\u202Elecrap",
                        "a\u2066b.png",
                        "\u200F",
                        "x".repeat(201),
                        "x".repeat(3_000))) {
            for (Http door : upload.both(UUID.randomUUID(), name)) {
                Answer answer = door.body(PICTURE).send();

                assertRefused(answer, "422 file_name_invalid");
                assertThat(answer.field()).isEqualTo("name");
            }
        }
        // No address is as long as that.
        assertThat(
                        upload.shopper(UUID.randomUUID(), "x".repeat(10_000))
                                .body(PICTURE)
                                .send()
                                .status())
                .isEqualTo(414);
        assertThat(upload.attachments()).isZero();
    }

    @Test
    void namesAsPeopleGiveThemAreKept() {
        for (String name :
                List.of(
                        "Paket – Öl & Essig.png",
                        "صورة.png",
                        "👩‍🚀.png",
                        "a\"b%20.png",
                        "x".repeat(200))) {
            Answer answer = upload.shopper(UUID.randomUUID(), name).body(PICTURE).send();

            assertThat(answer.json().at("/attachment/name").asText()).isEqualTo(name);
        }
    }

    @Test
    void whatIsNoImageAndNoVideoIsRefused() {
        for (byte[] other :
                List.of(
                        new byte[0],
                        "<svg xmlns='http://www.w3.org/2000/svg'/>"
                                .getBytes(StandardCharsets.UTF_8),
                        "<!doctype html><script>1</script>".getBytes(StandardCharsets.UTF_8),
                        "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
                        "MZ".getBytes(StandardCharsets.UTF_8))) {
            for (Http door : upload.both(UUID.randomUUID(), "parcel.png")) {
                assertRefused(door.body(other).send(), "415 file_type_not_accepted");
            }
        }
        byte[] half = Arrays.copyOf(PICTURE, PICTURE.length / 2);
        assertRefused(
                upload.shopper(UUID.randomUUID(), "parcel.png").body(half).send(),
                "422 file_damaged");
    }

    private byte[] head(UUID id, String length) {
        return """
        PUT %s?name=parcel.png HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        %s\r
        \r
        """
                .formatted(upload.shopperPath(id), upload.anna().value(), length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Of the next answer, which is read to its end.
    private static String statusLine(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String length = head.toString().toLowerCase(Locale.ROOT).split("content-length: ")[1];
        in.readNBytes(Integer.parseInt(length.substring(0, length.indexOf('\r'))));
        return head.substring(0, head.indexOf("\r\n"));
    }
}
