package dev.shopbell.staff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a role can allow.
public enum Permission {
    /// See, answer and resolve conversations.
    CONVERSATION_MANAGEMENT,
    /// Settings, and assigning anybody's conversation.
    INBOX_ADMINISTRATION,
    /// Who works in the store: inviting, giving roles, deactivating.
    STAFF_MANAGEMENT;

    /// The word in database and API: `conversation_management`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for a word that is none.
    public static Optional<Permission> read(String word) {
        return Arrays.stream(values())
                .filter(permission -> permission.word().equals(word))
                .findFirst();
    }

    /// One that the database knows.
    public static Permission of(String word) {
        return read(word).orElseThrow(() -> new IllegalArgumentException("unknown permission"));
    }
}
