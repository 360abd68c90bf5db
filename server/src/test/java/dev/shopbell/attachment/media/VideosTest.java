package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.attachment.media.AcceptedMedia.Kind;
import dev.shopbell.platform.http.RefusedException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of videos that were made with ffmpeg.
class VideosTest {

    private final MediaIntake intake = new MediaIntake();

    @ParameterizedTest
    @CsvSource({
        "a.mp4, video/mp4",
        "a.mov, video/quicktime",
        "a.webm, video/webm",
        "a.3gp, video/mp4",
    })
    void aVideoIsKeptAsItIs(String name, String mediaType) {
        Path film = Films.withSound(name, "3");

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(film));

        assertThat(accepted.kind()).isEqualTo(Kind.VIDEO);
        assertThat(accepted.mediaType()).isEqualTo(mediaType);
        assertThat(accepted.width()).isEqualTo(160);
        assertThat(accepted.height()).isEqualTo(120);
        assertThat(accepted.duration().toMillis()).isBetween(2990L, 3100L);
        assertThat(accepted.placeholder()).isNull();
        assertThat(accepted.content()).hasSameSizeAs(RealFiles.bytes(film));
        assertThat(Films.pictures(kept(name, accepted))).isEqualTo(Films.pictures(film));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minute.mp4",
                "minute.mov",
                "minute.webm",
                "minute-pieces.mp4",
                "minute-recorded.webm",
                "minute-uneven.mp4",
                "minute-uneven.webm"
            })
    void aMinutePassesAndHalfASecondMoreDoesNot(String name) {
        Path minute = Films.withSound("60-" + name, "60");
        Path more = Films.withSound("60.5-" + name, "60.5");

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(minute));

        assertThat(accepted.duration().toMillis()).isBetween(59_900L, 60_250L);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.accept(RealFiles.bytes(more)))
                .satisfies(refused -> {
                    assertThat(refused.refusal()).isEqualTo(AttachmentRefusal.VIDEO_TOO_LONG);
                    assertThat(refused.more()).containsEntry("limit", 60);
                });
    }

    @ParameterizedTest
    @CsvSource({"90, 120, 160", "180, 160, 120", "270, 120, 160"})
    void aTurnedVideoHasTheShapeItIsShownIn(String degrees, int width, int height) {
        Path turned = Films.withSound("turned-" + degrees + ".mov", "2");
        RealFiles.tagged(turned, "-Rotation=" + degrees);

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(turned));

        assertThat(accepted.width()).isEqualTo(width);
        assertThat(accepted.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(strings = {"places.mp4", "places.mov", "places.webm", "places-pieces.mp4"})
    void nothingTellsWhereWhenAndByWhomAVideoWasMade(String name) {
        Path film =
                Films.withSound(
                        name,
                        "2",
                        "-metadata",
                        "location=+52.5200+013.4050/",
                        "-metadata",
                        "title=At home",
                        "-metadata",
                        "comment=canary-4711",
                        "-metadata",
                        "com.apple.quicktime.make=Acme",
                        "-metadata",
                        "com.apple.quicktime.location.ISO6709=+52.5200+013.4050/",
                        "-movflags",
                        "+use_metadata_tags",
                        "-metadata",
                        "creation_time=2026-01-02T03:04:05Z");
        if (!name.endsWith(".webm") && !name.contains("pieces")) {
            RealFiles.tagged(
                    film,
                    "-XMP:SerialNumber=SN-991",
                    "-Keys:GPSCoordinates=52.52, 13.405, 30",
                    "-UserData:GPSCoordinates=52.52, 13.405, 30",
                    "-UserData:Make=Acme");
        }
        assertThat(RealFiles.tagsOf(film)).contains("canary-4711");
        if (name.startsWith("places.m")) {
            assertThat(RealFiles.tagsOf(film))
                    .contains("GPSCoordinates", "Acme", "SN-991", "2026:01:02", "52 deg");
        }

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(film));

        Path kept = kept(name, accepted);
        assertThat(RealFiles.tagsOf(kept))
                .doesNotContain("canary-4711", "52.5", "13.4", "52 deg", "Acme", "SN-991")
                .doesNotContain("2026:01:02", "At home", "Lav", "x264", "GPS");
        assertThat(Films.pictures(kept)).isEqualTo(Films.pictures(film));
        assertThat(Films.sound(kept)).isEqualTo(Films.sound(film));
        assertThat(Films.complaints(kept)).isEmpty();
        // Once clean, there is nothing left to do.
        assertThat(intake.accept(accepted.content()).content()).isEqualTo(accepted.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"only-sound.mp4", "only-sound.mov", "only-sound.webm"})
    void soundAloneIsNoVideo(String name) {
        Path sound =
                RealFiles.film(
                        name,
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=2",
                        "-vn",
                        "-c:a",
                        name.endsWith("webm") ? "libopus" : "aac");

        assertRefused(RealFiles.bytes(sound), AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
    }

    @Test
    void anotherKindOfMatroskaIsNotAccepted() {
        Path film = Films.withSound("a.mkv", "2");

        assertRefused(RealFiles.bytes(film), AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
    }

    @Test
    void aTrackOfWhatACameraMeasuredIsRemovedWithItsSamples() {
        Path film = Films.withSound("camera.mov", "2");
        Path words =
                RealFiles.written(
                        "words.srt",
                        "1\n00:00:00,000 --> 00:00:01,000\ncanary-4712\n".getBytes(UTF_8));
        Path both =
                RealFiles.film(
                        "measured.mov",
                        "-i",
                        film.toString(),
                        "-i",
                        words.toString(),
                        "-map",
                        "0",
                        "-map",
                        "1",
                        "-c",
                        "copy",
                        "-c:s",
                        "mov_text",
                        "-timecode",
                        "01:00:00:00");
        assertThat(new String(RealFiles.bytes(both), ISO_8859_1))
                .contains("canary-4712")
                .contains("tmcd");

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(both));

        Path kept = kept("measured.mov", accepted);
        assertThat(new String(accepted.content(), ISO_8859_1))
                .doesNotContain("canary-4712")
                .doesNotContain("tmcd");
        assertThat(Films.pictures(kept)).isEqualTo(Films.pictures(both));
        assertThat(Films.complaints(kept)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cut.mp4", "cut.mov", "cut.webm", "cut-pieces.mp4", "cut-recorded.webm"})
    void aVideoThatWasCutOffIsRefusedUnlessWhatIsLeftIsWhole(String name) {
        Path film = Films.withSound(name, "5");
        byte[] whole = RealFiles.bytes(film);

        for (int length = 1024; length < whole.length; length += 1024) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                AcceptedMedia accepted = intake.accept(cut);
                assertThat(Films.complaints(kept("cut-" + length + name, accepted))).isEmpty();
            } catch (RefusedException e) {
                assertThat(e.refusal())
                        .isIn(
                                AttachmentRefusal.FILE_DAMAGED,
                                AttachmentRefusal.VIDEO_LENGTH_UNKNOWN,
                                AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
            }
        }
    }

    private void assertRefused(byte[] file, AttachmentRefusal refusal) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.accept(file))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static Path kept(String name, AcceptedMedia accepted) {
        return RealFiles.written("kept-" + name, accepted.content());
    }
}
