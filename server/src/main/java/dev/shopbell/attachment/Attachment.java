package dev.shopbell.attachment;

import dev.shopbell.staff.StaffId;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An image or a video as it is kept. `uploadedBy` is null for the customer; `seq` is the message
/// that carries it, null until one does. `size` counts the bytes that are served. One that
/// `wasAnimated` moved when it came, and is a still picture now.
public record Attachment(
        AttachmentId id,
        @Nullable StaffId uploadedBy,
        @Nullable Long seq,
        AttachmentKind kind,
        String name,
        String mediaType,
        long size,
        int width,
        int height,
        @Nullable Duration duration,
        @Nullable String placeholder,
        @Nullable String alt,
        boolean hasThumbnail,
        boolean hasPoster,
        boolean wasAnimated) {

    public boolean isPending() {
        return seq == null;
    }

    boolean isOf(Uploader by) {
        return Objects.equals(uploadedBy, by.staff());
    }

    Attachment with(AltText described) {
        return copy(described.value(), hasPoster);
    }

    Attachment withPoster() {
        return copy(alt, true);
    }

    private Attachment copy(@Nullable String alt, boolean hasPoster) {
        return new Attachment(
                id,
                uploadedBy,
                seq,
                kind,
                name,
                mediaType,
                size,
                width,
                height,
                duration,
                placeholder,
                alt,
                hasThumbnail,
                hasPoster,
                wasAnimated);
    }

    @Override
    public String toString() {
        return "Attachment[" + id + " kind=" + kind + " size=" + size + "]";
    }
}
