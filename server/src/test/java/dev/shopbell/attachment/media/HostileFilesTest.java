package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.RefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each hostile file is refused for what it is, after work that its size in bytes bounds.
class HostileFilesTest {

    private final MediaIntake intake = new MediaIntake();

    @Test
    void fewBytesThatStandForManyPixelsAreRefusedBeforeAnyIsDrawn() {
        Set<String> damaged = Set.of("bomb.png", "half.png");
        Hostile.images()
                .forEach((name, file) -> {
                    Effort effort =
                            refused(
                                    name,
                                    file,
                                    damaged.contains(name)
                                            ? AttachmentRefusal.FILE_DAMAGED
                                            : AttachmentRefusal.IMAGE_TOO_LARGE);
                    if (!name.equals("bomb.gif")) {
                        assertThat(effort.pixels()).as(name).isZero();
                    }
                });
    }

    @Test
    void aRowMoreThanTheMostIsRefusedBeforeAnyIsDrawn() {
        Effort effort =
                refused(
                        "4096 x 4097",
                        Hostile.png(4096, 4097, Hostile.packed(1000), new byte[0]),
                        AttachmentRefusal.IMAGE_TOO_LARGE);

        assertThat(effort.pixels()).isZero();
    }

    @Test
    void allThatOneFileMakesUsDrawIsBounded() {
        Effort effort = new Effort();
        effort.draw(191_999_999);
        effort.draw(1);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> effort.draw(1))
                .satisfies(
                        e -> assertThat(e.refusal()).isEqualTo(AttachmentRefusal.IMAGE_TOO_LARGE));
    }

    @Test
    void aFileThatIsASecondFileTooIsRefused() {
        Hostile.secondFaces()
                .forEach((name, file) -> refused(name, file, AttachmentRefusal.FILE_DAMAGED));
    }

    @Test
    void videosThatPromiseMoreThanTheyHoldAreRefused() {
        Map<String, AttachmentRefusal> expected =
                Map.of(
                        "long.mp4", AttachmentRefusal.VIDEO_TOO_LONG,
                        "times.mp4", AttachmentRefusal.VIDEO_TOO_LONG,
                        "elements-deep.webm", AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED);
        Hostile.videos()
                .forEach((name, file) ->
                        refused(
                                name,
                                file,
                                expected.getOrDefault(name, AttachmentRefusal.FILE_DAMAGED)));
    }

    @Test
    void aLengthThatIsNoNumberOrSaidTwiceIsRefused() {
        Hostile.lengths()
                .forEach((name, file) -> refused(name, file, AttachmentRefusal.FILE_DAMAGED));
    }

    @Test
    void whatIsNeitherImageNorVideoIsNotAccepted() {
        Hostile.others()
                .forEach((name, file) ->
                        refused(
                                name,
                                file,
                                name.startsWith("start.")
                                        ? AttachmentRefusal.FILE_DAMAGED
                                        : AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED));
    }

    @Test
    void photosOfPhonesThatBrowsersConvertAreNamed() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.accept(Hostile.others().get("photo.heic")))
                .satisfies(e -> assertThat(e.more()).containsEntry("detected", "image/heic"));
    }

    @Test
    void everyPassOfTheDecoderIsCounted() {
        Path progressive = RealFiles.photo("passes.jpg", 400, 300, "-interlace", "JPEG");
        Effort effort = new Effort();

        intake.accept(RealFiles.bytes(progressive), effort);

        assertThat(effort.pixels()).isGreaterThan(10 * 400 * 300);
    }

    @Test
    void whatKeepsTheProcessorTooLongIsLeft() {
        byte[] photo = RealFiles.bytes(RealFiles.photo("slow.jpg", 400, 300));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.accept(photo, new Effort(Duration.ZERO)))
                .satisfies(
                        e -> assertThat(e.refusal()).isEqualTo(AttachmentRefusal.IMAGE_TOO_LARGE));
    }

    @Test
    void aColourProfileThatUnpacksToAGigabyteIsLeftPacked() {
        byte[] file = Hostile.png(10, 10, Hostile.packed(310), Hostile.packed(100 << 20));

        Effort effort = new Effort();
        AcceptedMedia accepted = intake.accept(file, effort);

        assertThat(accepted.width()).isEqualTo(10);
        assertThat(effort.pixels()).isLessThan(1000);
    }

    private Effort refused(String name, byte[] file, AttachmentRefusal expected) {
        Effort effort = new Effort();
        assertThatExceptionOfType(RefusedException.class)
                .as(name)
                .isThrownBy(() -> intake.accept(file, effort))
                .satisfies(e -> assertThat(e.refusal()).as(name).isEqualTo(expected));
        assertThat(effort.bytes()).as(name).isLessThanOrEqualTo(8L * file.length + 1024);
        assertThat(effort.pixels()).as(name).isLessThanOrEqualTo(Effort.MOST_PIXELS);
        return effort;
    }
}
