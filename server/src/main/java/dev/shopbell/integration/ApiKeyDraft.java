package dev.shopbell.integration;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import java.util.Set;

/// A key that somebody wants: what they call it, and what it is to allow.
public record ApiKeyDraft(String name, Set<ApiScope> scopes) {

    private static final int NAME_LENGTH = 60;

    public ApiKeyDraft {
        scopes = Set.copyOf(scopes);
        name = PlainText.name(name);
        if (!PlainText.isName(name)) {
            throw new RefusedException(ApiKeyRefusal.API_KEY_NAME_EMPTY, "name");
        }
        if (PlainText.length(name) > NAME_LENGTH) {
            throw new RefusedException(ApiKeyRefusal.API_KEY_NAME_TOO_LONG, "name");
        }
        if (scopes.isEmpty()) {
            throw new RefusedException(ApiKeyRefusal.SCOPES_EMPTY, "scopes");
        }
    }
}
