package dev.shopbell.integration.identity;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import org.jspecify.annotations.Nullable;

/// A key that somebody wants: what they call it, and how it signs. `publicKey` is theirs to give
/// where they keep the other half.
public record IdentityKeyDraft(String name, TokenAlgorithm algorithm, @Nullable String publicKey) {

    private static final int NAME_LENGTH = 60;

    public IdentityKeyDraft {
        name = PlainText.name(name);
        if (!PlainText.isName(name)) {
            throw new RefusedException(IdentityRefusal.IDENTITY_KEY_NAME_EMPTY, "name");
        }
        if (PlainText.length(name) > NAME_LENGTH) {
            throw new RefusedException(IdentityRefusal.IDENTITY_KEY_NAME_TOO_LONG, "name");
        }
        if ((algorithm == TokenAlgorithm.ED25519) == (publicKey == null)) {
            throw new RefusedException(IdentityRefusal.PUBLIC_KEY_INVALID, "publicKey");
        }
    }
}
