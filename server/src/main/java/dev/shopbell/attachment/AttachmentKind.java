package dev.shopbell.attachment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an attachment is.
public enum AttachmentKind {
    IMAGE,
    VIDEO;

    /// The word in database and API.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AttachmentKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
