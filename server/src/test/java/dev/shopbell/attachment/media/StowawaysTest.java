package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a video carries that nobody plays is not kept, and the video plays as before.
class StowawaysTest {

    private static final String STOWAWAY = "PK<script>alert(1)</script>";

    private final MediaIntake intake = new MediaIntake();

    @ParameterizedTest
    @ValueSource(strings = {"mdat", "sidx", "mfra", "free", "uuid", "styp"})
    void aBoxBehindTheFilmIsEmptied(String box) {
        for (String name : new String[] {"stow.mp4", "stow.mov", "stow-pieces.mp4"}) {
            Path film = Films.withSound(name, "2");

            checkIsGone(film, Hostile.joined(RealFiles.bytes(film), box(box, STOWAWAY)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "udta", "gama", "name"})
    void aBoxInHowSamplesAreCodedIsEmptied(String box) {
        for (String name : new String[] {"coded.mp4", "coded.mov", "coded-pieces.mp4"}) {
            Path film = Films.withSound(name, "2");
            byte[] stowaway = box(box, STOWAWAY.repeat(4));

            checkIsGone(film, grown(RealFiles.bytes(film), "avc1", stowaway));
            checkIsGone(film, grown(RealFiles.bytes(film), "mp4a", stowaway));
        }
    }

    /// How a phone's QuickTime says how its sound is coded: in a box within a box.
    @Test
    void whatQuickTimeWrapsTheSetUpOfSoundInIsCleanedAsWell() {
        Path film = Films.withSound("wrapped.mov", "2");
        String file = new String(RealFiles.bytes(film), ISO_8859_1);
        assertThat(file).contains("wave");

        checkIsGone(film, grown(RealFiles.bytes(film), "wave", box("uuid", STOWAWAY.repeat(4))));
    }

    @Test
    void wordsBehindHowSamplesAreCodedAreEmptied() {
        Path film = Films.withSound("behind.mp4", "2");

        checkIsGone(film, grown(RealFiles.bytes(film), "avc1", STOWAWAY.getBytes(ISO_8859_1)));
    }

    @Test
    void whatAFileSaysItIsCompatibleWithIsWhatWeKnow() {
        Path film = Films.withSound("brands-pieces.mp4", "2");
        byte[] file = RealFiles.bytes(film);
        int length = ByteBuffer.wrap(file).getInt();
        byte[] more = (STOWAWAY + " ".repeat(4 - STOWAWAY.length() % 4)).getBytes(ISO_8859_1);
        ByteBuffer both = ByteBuffer.allocate(file.length + more.length);
        both.put(file, 0, length).put(more).put(file, length, file.length - length);
        both.putInt(0, length + more.length);

        checkIsGone(film, both.array());
    }

    @Test
    void whatNobodyKnowsOfAPictureInWebmIsEmptied() {
        Path film = Films.withSound("stow.webm", "2");
        String file = new String(RealFiles.bytes(film), ISO_8859_1);
        // How its rows are interlaced becomes something that nobody knows.
        String changed = file.replaceFirst("\u009a\u0081\u0002", "\u009b\u0081!");
        assertThat(changed).isNotEqualTo(file);

        byte[] kept = intake.accept(changed.getBytes(ISO_8859_1)).content();

        assertThat(new String(kept, ISO_8859_1)).doesNotContain("\u009b\u0081!");
        assertThat(Films.pictures(RealFiles.written("kept-stow.webm", kept)))
                .isEqualTo(Films.pictures(film));
    }

    private void checkIsGone(Path film, byte[] withMore) {
        byte[] kept = intake.accept(withMore).content();

        assertThat(new String(kept, ISO_8859_1)).doesNotContain("<scr").hasSize(withMore.length);
        Path played = RealFiles.written("kept-" + film.getFileName(), kept);
        assertThat(Films.pictures(played)).isEqualTo(Films.pictures(film));
        assertThat(Films.sound(played)).isEqualTo(Films.sound(film));
    }

    /// With more at the end of the first box of this name, and all around it as much longer. What
    /// was behind it in the file is where its table says no longer.
    private static byte[] grown(byte[] file, String name, byte[] more) {
        List<Integer> around = around(file, name);
        int box = around.getLast();
        int end = box + ByteBuffer.wrap(file).getInt(box);
        ByteBuffer grown = ByteBuffer.allocate(file.length + more.length);
        grown.put(file, 0, end).put(more).put(file, end, file.length - end);
        around.forEach(at -> grown.putInt(at, grown.getInt(at) + more.length));
        byte[] all = grown.array();
        moveMedia(all, end, more.length);
        return all;
    }

    /// Where the boxes begin that lead to the first one of a name, which comes last.
    private static List<Integer> around(byte[] file, String name) {
        List<Integer> path = new ArrayList<>();
        ByteBuffer numbers = ByteBuffer.wrap(file);
        int target = indexOf(file, name, indexOf(file, "stsd", 0)) - 4;
        for (String each : List.of("moov", "trak", "mdia", "minf", "stbl", "stsd", "mp4a")) {
            for (int at = indexOf(file, each, 0); at >= 0; at = indexOf(file, each, at + 1)) {
                int start = at - 4;
                if (start < target && start + numbers.getInt(start) > target) {
                    path.add(start);
                }
            }
        }
        path.add(target);
        return path;
    }

    private static void moveMedia(byte[] file, int from, int by) {
        ByteBuffer numbers = ByteBuffer.wrap(file);
        for (int at = indexOf(file, "stco", 0); at >= 0; at = indexOf(file, "stco", at + 1)) {
            for (int entry = 0; entry < numbers.getInt(at + 8); entry++) {
                int place = at + 12 + 4 * entry;
                if (numbers.getInt(place) >= from) {
                    numbers.putInt(place, numbers.getInt(place) + by);
                }
            }
        }
    }

    private static int indexOf(byte[] file, String name, int from) {
        return new String(file, ISO_8859_1).indexOf(name, from);
    }

    private static byte[] box(String name, String content) {
        return ByteBuffer.allocate(8 + content.length())
                .putInt(8 + content.length())
                .put(name.getBytes(ISO_8859_1))
                .put(content.getBytes(ISO_8859_1))
                .array();
    }
}
