package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shopbell.attachment.media.AcceptedMedia.Kind;
import dev.shopbell.platform.http.RefusedException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of images that were made with ImageMagick.
class ImagesTest {

    private final MediaIntake intake = new MediaIntake();

    @Test
    void aPhotoStaysAJpegAndLooksTheSame() {
        Path photo = RealFiles.photo("photo.jpg", 1200, 800, "-quality", "80");

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        assertThat(accepted.kind()).isEqualTo(Kind.IMAGE);
        assertThat(accepted.mediaType()).isEqualTo("image/jpeg");
        assertThat(accepted.width()).isEqualTo(1200);
        assertThat(accepted.height()).isEqualTo(800);
        assertThat(accepted.placeholder()).matches("[0-9a-f]{36}");
        assertThat(accepted.duration()).isNull();
        assertThat(accepted.wasAnimated()).isFalse();
        assertThat(difference(photo, accepted.content())).isLessThan(2);
        assertThat(accepted.thumbnailType()).isEqualTo("image/jpeg");
        assertThat(difference(photo, accepted.thumbnail())).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoIsTurnedUpright(int orientation) {
        Path photo = RealFiles.photo("turned-" + orientation + ".jpg", 400, 300);
        RealFiles.tagged(photo, "-n", "-Orientation=" + orientation);

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        assertThat(accepted.width()).isEqualTo(orientation < 5 ? 400 : 300);
        assertThat(difference(photo, accepted.content())).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PNG24", "PNG32", "PNG8", "PNG48", "PNG64"})
    void aPngKeepsItsLooks(String kind) {
        Path photo = RealFiles.photo("before-" + kind + ".png", 300, 200);
        Path drawing =
                RealFiles.drawn(
                        kind + ".png",
                        photo.toString(),
                        "-define",
                        "png:format=" + kind.toLowerCase(Locale.ROOT));

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(drawing));

        assertThat(accepted.mediaType()).isEqualTo("image/png");
        assertThat(difference(drawing, accepted.content())).isLessThan(1);
    }

    @Test
    void aGreyPhotoDoesNotBecomePaler() {
        Path photo = RealFiles.photo("grey.jpg", 300, 200, "-colorspace", "Gray");

        assertThat(difference(photo, intake.accept(RealFiles.bytes(photo)).content()))
                .isLessThan(2);
    }

    @Test
    void aProgressivePhotoIsDrawn() {
        Path photo = RealFiles.photo("progressive.jpg", 900, 700, "-interlace", "JPEG");

        assertThat(difference(photo, intake.accept(RealFiles.bytes(photo)).content()))
                .isLessThan(2);
    }

    @Test
    void aPhotoForPrintersIsDrawnForScreens() {
        Path photo = RealFiles.photo("inks.jpg", 300, 200, "-colorspace", "CMYK");

        assertThat(difference(photo, intake.accept(RealFiles.bytes(photo)).content()))
                .isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "60", "75"})
    void aPhotoDoesNotGrowByBeingDrawnAnew(String quality) {
        Path photo = RealFiles.photo("coarse-" + quality + ".jpg", 1200, 900, "-quality", quality);

        byte[] content = intake.accept(RealFiles.bytes(photo)).content();

        assertThat(content.length).isLessThan(RealFiles.bytes(photo).length * 11 / 10);
        assertThat(difference(photo, content)).isLessThan(2);
    }

    @Test
    void aClearPhotoThatIsTooRichForPngKeepsItsPixels() {
        Path photo =
                RealFiles.drawn(
                        "clear-photo.webp",
                        "-size",
                        "1200x900",
                        "plasma:red-blue",
                        "-seed",
                        "7",
                        "+noise",
                        "Gaussian",
                        "-alpha",
                        "set",
                        "-channel",
                        "A",
                        "-evaluate",
                        "set",
                        "60%",
                        "+channel",
                        "-quality",
                        "60");
        Path onWhite =
                RealFiles.drawn(
                        "on-white.png", photo.toString(), "-background", "white", "-flatten");

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        assertThat(accepted.width()).isEqualTo(1200);
        assertThat(accepted.mediaType()).isEqualTo("image/jpeg");
        assertThat(difference(onWhite, accepted.content())).isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "GIF"})
    void aStillGifBecomesAPng(String interlacing) {
        Path drawing =
                RealFiles.photo(
                        "still-" + interlacing + ".gif", 700, 500, "-interlace", interlacing);

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(drawing));

        assertThat(accepted.mediaType()).isEqualTo("image/png");
        assertThat(accepted.wasAnimated()).isFalse();
        assertThat(difference(drawing, accepted.content())).isZero();
    }

    @Test
    void anAnimatedGifKeepsEachOfItsPicturesAndTheirTimes() {
        Path moving = RealFiles.animation("moving.gif", 640, 360);

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(moving));

        Path kept = RealFiles.written("kept.gif", accepted.content());
        assertThat(accepted.mediaType()).isEqualTo("image/gif");
        assertThat(accepted.wasAnimated()).isFalse();
        assertThat(accepted.thumbnail()).isNull();
        assertThat(frames(kept)).isEqualTo(frames(moving)).hasLineCount(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossless=false", "lossless=true"})
    void aWebpBecomesWhatBrowsersShareMost(String how) {
        Path photo = RealFiles.photo("photo-" + how + ".webp", 500, 333, "-define", "webp:" + how);

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        assertThat(accepted.mediaType())
                .isEqualTo(how.endsWith("true") ? "image/png" : "image/jpeg");
        assertThat(accepted.width()).isEqualTo(500);
        assertThat(accepted.height()).isEqualTo(333);
        assertThat(difference(photo, accepted.content())).isLessThan(2.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear.png", "clear.gif", "clear-lossy.webp", "clear-lossless.webp"})
    void whatIsClearStaysClear(String name) {
        Path sticker =
                RealFiles.drawn(
                        name,
                        "-size",
                        "200x160",
                        "xc:none",
                        "-fill",
                        "orange",
                        "-draw",
                        "circle 100,80 100,20",
                        "-define",
                        "webp:lossless=" + name.contains("less"));

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(sticker));

        Path kept = RealFiles.written("kept-" + name + ".png", accepted.content());
        assertThat(accepted.mediaType()).isEqualTo("image/png");
        assertThat(Looks.alpha(kept, 2, 2)).isZero();
        assertThat(Looks.alpha(kept, 100, 80)).isEqualTo(255);
        assertThat(Looks.difference(sticker, kept)).isLessThan(2);
    }

    @Test
    void anAnimatedWebpShowsItsFirstPictureAndSaysSo() {
        Path moving = RealFiles.animation("moving.webp", 320, 240);

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(moving));

        assertThat(accepted.wasAnimated()).isTrue();
        assertThat(accepted.mediaType()).isEqualTo("image/jpeg");
        assertThat(accepted.width()).isEqualTo(320);
        Path first =
                RealFiles.film(
                        "first.png",
                        "-i",
                        RealFiles.animation("moving.gif", 320, 240).toString(),
                        "-frames:v",
                        "1");
        assertThat(difference(first, accepted.content())).isLessThan(6);
    }

    @Test
    void aLongPageStaysReadable() {
        Path page =
                RealFiles.drawn(
                        "page.png",
                        "-size",
                        "1170x9000",
                        "xc:white",
                        "-draw",
                        "rectangle 9,9 800,4000");

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(page));

        assertThat(accepted.width()).isBetween(700, 800);
        assertThat(accepted.width() * accepted.height()).isLessThanOrEqualTo(4_194_304);
    }

    @Test
    void wideColoursBecomeThoseOfEveryScreen() {
        // The same numbers as before would be another colour: half a screen's red is less than
        // that.
        Path photo = RealFiles.photo("wide.jpg", 300, 200);
        byte[] profile = WideColours.profile();
        RealFiles.drawn(
                "wide.jpg",
                photo.toString(),
                "-profile",
                RealFiles.written("wide.icc", profile).toString());

        AcceptedMedia accepted = intake.accept(RealFiles.bytes(photo));

        Path expected =
                RealFiles.drawn(
                        "wide-expected.png",
                        photo.toString(),
                        "-profile",
                        RealFiles.written("screen.icc", WideColours.screen()).toString());
        Path kept = RealFiles.written("wide-kept.jpg", accepted.content());
        Path asIs = RealFiles.drawn("wide-as-is.png", photo.toString(), "+profile", "*");
        assertThat(Looks.difference(expected, asIs)).isGreaterThan(6);
        assertThat(Looks.difference(expected, kept)).isLessThan(2);
    }

    @Test
    void whatPhonesAppendToAPhotoIsNoReasonToRefuseIt() {
        byte[] photo = RealFiles.bytes(RealFiles.photo("phone.jpg", 300, 200));
        byte[] depth = RealFiles.bytes(RealFiles.photo("depth.jpg", 60, 40));
        byte[] notes =
                "\0\0\1\12\16\0\0\0Image_UTC_Data1700000000000SEFH\153\0\0\0\1\0\0\0\0\0\1\12\43\0\0\0\43\0\0\0\30\0\0\0SEFT"
                        .getBytes(ISO_8859_1);
        byte[] alone = intake.accept(photo).content();

        assertThat(intake.accept(Hostile.joined(photo, depth)).content()).isEqualTo(alone);
        assertThat(intake.accept(Hostile.joined(photo, notes)).content()).isEqualTo(alone);
        assertThat(intake.accept(Hostile.joined(photo, new byte[300])).content()).isEqualTo(alone);
        notes[20] = 0;
        notes[notes.length - 10] = 7;
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> intake.accept(Hostile.joined(photo, notes)));
    }

    @Test
    void manyAtOnceDoNotDisturbEachOther() throws Exception {
        byte[] photo = RealFiles.bytes(RealFiles.photo("shared.jpg", 800, 600));
        byte[] alone = intake.accept(photo).content();
        Callable<AcceptedMedia> again = () -> intake.accept(photo);

        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (Future<AcceptedMedia> accepted :
                    people.invokeAll(Collections.nCopies(12, again))) {
                assertThat(accepted.get().content()).isEqualTo(alone);
            }
        }
    }

    /// One line a picture: what it looks like, how long, and how the next one follows.
    private static String frames(Path gif) {
        return RealFiles.run(
                List.of(
                        RealFiles.MAGICK,
                        gif.toString(),
                        "-coalesce",
                        "-format",
                        "%#  %T  %w x %h\n",
                        "info:"));
    }

    private static double difference(Path original, byte[] content) {
        return Looks.difference(
                original, RealFiles.written("accepted-" + original.getFileName(), content));
    }
}
