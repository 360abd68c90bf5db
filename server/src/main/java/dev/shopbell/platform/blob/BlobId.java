package dev.shopbell.platform.blob;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

public record BlobId(UUID value) implements Id {}
