package dev.shopbell.webhook;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by whoever makes the webhook.
public record WebhookId(UUID value) implements Id {}
