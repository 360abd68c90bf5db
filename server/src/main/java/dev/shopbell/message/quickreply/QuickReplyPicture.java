package dev.shopbell.message.quickreply;

import dev.shopbell.platform.http.FileName;
import org.jspecify.annotations.Nullable;

/// The picture that goes along with a quick reply. `version` is another one for other bytes.
public record QuickReplyPicture(
        String version,
        FileName name,
        int width,
        int height,
        @Nullable String placeholder,
        boolean hasThumbnail) {}
