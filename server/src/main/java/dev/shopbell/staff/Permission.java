package dev.shopbell.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// What a role can allow.
public enum Permission {
    /// See, answer and resolve conversations.
    CONVERSATION_MANAGEMENT,
    /// Settings, and assigning anybody's conversation.
    INBOX_ADMINISTRATION;

    /// The word in database and API: `conversation_management`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Permission of(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown permission"));
    }
}
