package dev.shopbell.webhook;

import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.platform.secret.Seal;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Secrets of webhooks as they lie in the database. One opens only for the webhook it was sealed
/// for, so that whoever can write to the database cannot move it to a receiver of theirs.
@Singleton
final class SealedSecrets {

    private final Seal seal;

    SealedSecrets(InstallationSecret secret) {
        this.seal = new Seal(secret, "webhook secret");
    }

    byte[] close(WebhookId webhook, WebhookSecret secret) {
        return seal.close(secret.key(), webhook.value().toString());
    }

    /// Empty when it is not this webhook's, or the installation has another secret by now.
    Optional<WebhookSecret> open(WebhookId webhook, byte[] sealed) {
        return seal.open(sealed, webhook.value().toString()).map(WebhookSecret::new);
    }
}
