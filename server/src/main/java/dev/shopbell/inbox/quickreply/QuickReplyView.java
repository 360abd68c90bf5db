package dev.shopbell.inbox.quickreply;

import dev.shopbell.message.quickreply.QuickReply;
import dev.shopbell.message.quickreply.QuickReplyPicture;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A quick reply as staff see it; `ownUses` are those of whoever asks.
record QuickReplyView(
        UUID id,
        String title,
        String shortcut,
        String text,
        @Nullable PictureView picture,
        long uses,
        long ownUses,
        Instant changedAt) {

    /// `version` is another one for other bytes; `placeholder` is drawn until they are there.
    record PictureView(
            String version,
            String name,
            int width,
            int height,
            @Nullable String placeholder,
            boolean thumbnail) {

        static PictureView of(QuickReplyPicture picture) {
            return new PictureView(
                    picture.version(),
                    picture.name().value(),
                    picture.width(),
                    picture.height(),
                    picture.placeholder(),
                    picture.hasThumbnail());
        }
    }

    static QuickReplyView of(QuickReply reply) {
        QuickReplyPicture picture = reply.picture();
        return new QuickReplyView(
                reply.id().value(),
                reply.content().title(),
                reply.content().shortcut(),
                reply.content().text(),
                picture == null ? null : PictureView.of(picture),
                reply.uses(),
                reply.ownUses(),
                reply.changedAt());
    }
}
