package dev.shopbell.attachment.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.http.RefusedException;

/// What must hold of any bytes whatever, for a fuzzer to try: they are refused or accepted, after
/// bounded work, and what was accepted is accepted again.
public final class MediaFuzzing {

    private MediaFuzzing() {}

    /// The name and the form that Jazzer looks for.
    public static void fuzzerTestOneInput(byte[] file) {
        MediaIntake intake = new MediaIntake();
        AcceptedMedia accepted;
        try {
            accepted = intake.accept(file);
        } catch (RefusedException e) {
            return;
        }
        AcceptedMedia again = intake.accept(accepted.content());
        assertThat(again.width()).isEqualTo(accepted.width());
        assertThat(again.height()).isEqualTo(accepted.height());
        assertThat(again.duration()).isEqualTo(accepted.duration());
        if (accepted.kind() == AcceptedMedia.Kind.VIDEO) {
            assertThat(again.content()).isEqualTo(accepted.content());
        }
    }
}
