package dev.shopbell.integration;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by whoever makes the key.
public record ApiKeyId(UUID value) implements Id {}
