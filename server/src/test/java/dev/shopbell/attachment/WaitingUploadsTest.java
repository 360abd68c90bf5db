package dev.shopbell.attachment;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was uploaded and waits for its message: how much may, who takes it back, and what picture a
/// video gets meanwhile.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WaitingUploadsTest {

    private static final byte[] PICTURE = Pictures.png(1);

    @Inject Given given;
    @Inject GivenFiles files;

    private UploadDoors upload;

    @BeforeEach
    void aConversation() {
        upload = UploadDoors.of(given);
    }

    /// Two tabs that were closed with ten photos each keep nobody from sending an eleventh.
    @Test
    void ofManyThatWaitTheOldestOfTheSamePersonMakesRoom() {
        UUID colleagues = UUID.randomUUID();
        upload.staff(upload.priya(), colleagues, "a.png").body(PICTURE).send();
        List<UUID> waiting =
                IntStream.rangeClosed(1, Uploads.MOST_PENDING + 2)
                        .mapToObj(_ -> UUID.randomUUID())
                        .toList();

        for (UUID each : waiting) {
            assertThat(upload.shopper(each, "a.png").body(PICTURE).send().outcome())
                    .isEqualTo("200");
        }

        assertThat(upload.waiting())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(colleagues), waiting.stream().skip(2)).toList());
        assertThat(upload.blobs()).isEqualTo(Uploads.MOST_PENDING + 1);
    }

    @Test
    void whatWasSentMakesNoRoomForWhatWaits() {
        files.sent(
                upload.priya(),
                new ConversationId(upload.conversation()),
                UUID.randomUUID(),
                false);

        for (int each = 0; each <= Uploads.MOST_PENDING; each++) {
            upload.staff(upload.priya(), UUID.randomUUID(), "a.png").body(PICTURE).send();
        }

        assertThat(upload.waiting()).hasSize(Uploads.MOST_PENDING);
        assertThat(upload.attachments()).isEqualTo(Uploads.MOST_PENDING + 1);
    }

    @Test
    void whatWaitsCanBeTakenBackAndIsGoneWithItsBytes() {
        UUID id = UUID.randomUUID();
        for (Http door : upload.both(id, "parcel.png")) {
            door.body(PICTURE).send();
            Http delete = door.to("DELETE", door.path().replaceFirst("\\?.*", ""));

            assertThat(delete.send().status()).isEqualTo(204);
            assertThat(delete.send().status()).isEqualTo(204);

            assertThat(upload.attachments()).isZero();
            assertThat(upload.blobs()).isZero();
        }
    }

    @Test
    void whoIsBlockedUploadsNothingAndTakesBackWhatWaits() {
        UUID waiting = UUID.randomUUID();
        upload.shopper(waiting, "parcel.png").body(PICTURE).send();
        Http.put(
                        "/api/staff/stores/%s/conversations/%s/block"
                                .formatted(upload.store().id().value(), upload.conversation()),
                        "{\"network\": false}")
                .as(upload.priya())
                .send();

        assertRefused(
                upload.shopper(UUID.randomUUID(), "parcel.png").body(PICTURE).send(),
                "403 sender_blocked");
        assertRefused(
                Http.of("PUT", upload.shopperPath(waiting) + "/poster")
                        .as(upload.anna())
                        .body(PICTURE)
                        .send(),
                "403 sender_blocked");
        assertThat(upload.attachments()).isEqualTo(1);
        assertThat(Http.of("DELETE", upload.shopperPath(waiting)).as(upload.anna()).send().status())
                .isEqualTo(204);
        assertThat(upload.attachments()).isZero();
    }

    @Test
    void nobodyTakesBackWhatIsSomebodyElses() {
        UUID id = UUID.randomUUID();
        upload.shopper(id, "parcel.png").body(PICTURE).send();

        Http other = upload.staff(upload.priya(), id, "x").to("DELETE", upload.path(id));

        assertThat(other.send().status()).isEqualTo(204);
        assertThat(upload.attachments()).isEqualTo(1);
    }

    @Test
    void aVideoThatWaitsGetsThePosterItsUploaderDrew() {
        UUID id = UUID.randomUUID();
        upload.shopper(id, "parcel.png").body(PICTURE).send();
        Http poster = Http.of("PUT", upload.shopperPath(id) + "/poster").as(upload.anna());
        assertRefused(poster.body(PICTURE).send(), "422 poster_not_possible");
        DatabaseOwner.execute(
                "UPDATE attachment SET kind = 'video', duration_ms = 1000 WHERE attachment_id = ?",
                id);

        JsonNode first = poster.body(PICTURE).send().json();
        JsonNode again = poster.body(Pictures.png(3)).send().json();

        assertThat(first.at("/attachment/poster").asBoolean()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(upload.blobs()).isEqualTo(2);
        assertThat(poster.body(Pictures.padded(PICTURE, 256 * 1024 + 1)).send().outcome())
                .isEqualTo("413 file_too_large");
        assertRefused(
                Http.of("PUT", upload.path(id) + "/poster").as(upload.priya()).body(PICTURE).send(),
                "422 attachment_not_found");
        assertRefused(poster.body(Pictures.gif(1)).send(), "415 file_type_not_accepted");
    }
}
