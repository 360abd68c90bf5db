package dev.shopbell.attachment;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.shopbell.staff.StaffId;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An image or a video as it is kept. `uploadedBy` is null for the customer; `seq` is the message
/// that carries it, null until one does. `size` counts the bytes that are served. One that
/// `wasAnimated` moved when it came, and is a still picture now.
public record Attachment(
        AttachmentId id,
        @Nullable StaffId uploadedBy,
        @Nullable Long seq,
        Kind kind,
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

    /// What an attachment is.
    public enum Kind {
        IMAGE,
        VIDEO;

        /// The word in database and API.
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isPending() {
        return seq == null;
    }

    @Override
    public String toString() {
        return "Attachment[" + id + " kind=" + kind + " size=" + size + "]";
    }
}
