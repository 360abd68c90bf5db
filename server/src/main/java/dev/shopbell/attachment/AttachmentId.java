package dev.shopbell.attachment;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Id;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Drawn by whoever uploads, before uploading; unique within its conversation.
public record AttachmentId(UUID value) implements Id {

    /// Those a message's body names; a missing list names none.
    public static List<AttachmentId> named(@Nullable List<UUID> attachments) {
        if (attachments == null) {
            return List.of();
        }
        if (attachments.stream().anyMatch(id -> id == null)) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "attachments");
        }
        return attachments.stream().map(AttachmentId::new).toList();
    }
}
