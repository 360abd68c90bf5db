package dev.shopbell.inbox;

import dev.shopbell.store.Store;
import java.util.List;
import java.util.UUID;

/// What staff need to know of their store, with the tag to paste into its pages.
public record StoreView(
        UUID id, String name, String key, List<String> origins, String timeZone, String snippet) {

    /// `publicOrigin` is where browsers reach this installation.
    public static StoreView of(Store store, String publicOrigin) {
        return new StoreView(
                store.id().value(),
                store.name(),
                store.key(),
                store.origins(),
                store.timeZone().getId(),
                snippet(store.key(), publicOrigin));
    }

    /// The one line a merchant pastes.
    public static String snippet(String key, String publicOrigin) {
        return "<script async src=\"" + publicOrigin + "/widget/" + key + ".js\"></script>";
    }
}
