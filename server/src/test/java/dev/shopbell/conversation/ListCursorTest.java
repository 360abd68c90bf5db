package dev.shopbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCursorTest {

    private static final UUID ID = UUID.fromString("0198a5c0-7a6e-7cc3-8e2b-3f6d0e1a2b3c");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-16T09:00:00Z",
                "2026-11-16T09:00:00.000001Z",
                "2026-11-16T09:00:00.123456Z",
                "1999-12-31T23:59:59.999999Z"
            })
    void whatAClientCarriesComesBackTheSame(String at) {
        ListCursor cursor = new ListCursor(Instant.parse(at).toString(), ID);

        assertThat(ListCursor.read(cursor.written())).hasValue(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "2026-11-16T09:00:00Z",
                "2026-11-16T09:00:00Z/",
                "2026-11-16T09:00:00Z/0198a5c0",
                "yesterday/0198a5c0-7a6e-7cc3-8e2b-3f6d0e1a2b3c",
                "infinity/0198a5c0-7a6e-7cc3-8e2b-3f6d0e1a2b3c",
                "+1000000000-12-31T23:59:59Z/0198a5c0-7a6e-7cc3-8e2b-3f6d0e1a2b3c",
                "-1000000000-01-01T00:00:00Z/0198a5c0-7a6e-7cc3-8e2b-3f6d0e1a2b3c",
                "2026-11-16T09:00:00Z/' OR true --"
            })
    void whatIsNoPlaceInAListIsNotRead(String plain) {
        String written =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThat(ListCursor.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "äöü", "a", "====", "\0"})
    void whatIsNoCursorIsNotRead(String garbage) {
        assertThat(ListCursor.read(garbage)).isEmpty();
    }

    @Test
    void theTopIsNeverWritten() {
        assertThat(ListCursor.read(ListCursor.TOP.written())).isEmpty();
    }
}
