package dev.shopbell.message.card;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which pictures of products are shown: what the store's systems told, as long as nobody on the
/// way can look into it or change it. A store without TLS shows its own.
final class Pictures {

    private Pictures() {}

    static @Nullable String shown(@Nullable String url, List<String> origins) {
        if (url == null) {
            return null;
        }
        boolean isOwn = origins.stream().anyMatch(origin -> url.startsWith(origin + "/"));
        return isOwn || url.toLowerCase(Locale.ROOT).startsWith("https://") ? url : null;
    }
}
