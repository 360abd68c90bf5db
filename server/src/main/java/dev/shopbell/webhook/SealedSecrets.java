package dev.shopbell.webhook;

import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.platform.secret.Seal;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Secrets of webhooks as they lie in the database. One opens only for the webhook it was sealed
/// for, so that whoever can write to the database cannot move it to a receiver of theirs.
@Singleton
final class SealedSecrets {

    private static final int ID_BYTES = 2 * Long.BYTES;

    private final Seal seal;

    SealedSecrets(InstallationSecret secret) {
        this.seal = new Seal(secret, "webhook secret");
    }

    byte[] close(WebhookId webhook, WebhookSecret secret) {
        return seal.close(
                ByteBuffer.allocate(ID_BYTES + secret.key().length)
                        .putLong(webhook.value().getMostSignificantBits())
                        .putLong(webhook.value().getLeastSignificantBits())
                        .put(secret.key())
                        .array());
    }

    /// Empty when it is not this webhook's, or the installation has another secret by now.
    Optional<WebhookSecret> open(WebhookId webhook, byte[] sealed) {
        return seal.open(sealed)
                .map(ByteBuffer::wrap)
                .filter(opened -> opened.getLong() == webhook.value().getMostSignificantBits())
                .filter(opened -> opened.getLong() == webhook.value().getLeastSignificantBits())
                .map(opened -> {
                    byte[] key = new byte[opened.remaining()];
                    opened.get(key);
                    return new WebhookSecret(key);
                });
    }
}
