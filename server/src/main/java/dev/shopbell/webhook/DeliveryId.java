package dev.shopbell.webhook;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Of one thing that happened, at one webhook. By it a receiver knows what it has already.
public record DeliveryId(UUID value) implements Id {}
