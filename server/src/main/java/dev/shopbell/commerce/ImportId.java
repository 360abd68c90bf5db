package dev.shopbell.commerce;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by whoever imports, so that a part that is sent again is known.
public record ImportId(UUID value) implements Id {}
