package dev.shopbell.integration.identity;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by whoever makes the key. A token may name it as its `kid`.
public record IdentityKeyId(UUID value) implements Id {}
