package dev.shopbell.email.logo;

import dev.shopbell.platform.blob.BlobId;

/// A store's logo as it is kept.
record StoreLogo(BlobId content, String mediaType, int width, int height) {}
