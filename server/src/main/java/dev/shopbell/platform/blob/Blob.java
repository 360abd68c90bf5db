package dev.shopbell.platform.blob;

import java.time.Instant;

/// Bytes that never change under their id. `keptFor` is the feature that knows whether anybody
/// still needs them.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record Blob(BlobId id, String keptFor, byte[] content, Instant at) {

    @Override
    public String toString() {
        return "Blob[" + id + "]";
    }
}
