package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
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

    private static byte[] box(String name, String content) {
        return ByteBuffer.allocate(8 + content.length())
                .putInt(8 + content.length())
                .put(name.getBytes(ISO_8859_1))
                .put(content.getBytes(ISO_8859_1))
                .array();
    }
}
