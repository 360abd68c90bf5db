package dev.shopbell.attachment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wire form of an attachment. Clients make its addresses themselves: who asks differs, and
/// with it the address.
public record AttachmentView(
        UUID id,
        AttachmentKind kind,
        String name,
        String mediaType,
        long size,
        int width,
        int height,
        @Nullable Double duration,
        @Nullable String placeholder,
        @Nullable String alt,
        boolean thumbnail,
        boolean poster,
        boolean animated) {

    private static final double MILLISECONDS = 1000;

    public static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id().value(),
                attachment.kind(),
                attachment.name(),
                attachment.mediaType(),
                attachment.size(),
                attachment.width(),
                attachment.height(),
                seconds(attachment.duration()),
                attachment.placeholder(),
                attachment.alt(),
                attachment.hasThumbnail(),
                attachment.hasPoster(),
                attachment.wasAnimated());
    }

    public static List<AttachmentView> of(List<Attachment> attachments) {
        return attachments.stream().map(AttachmentView::of).toList();
    }

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / MILLISECONDS;
    }

    @Override
    public String toString() {
        return "AttachmentView[" + id + "]";
    }
}
