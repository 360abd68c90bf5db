package dev.shopbell.store;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.installation.WebOrigin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Where a store's pages are, each once: only they may show its chat. Mails lead to the first.
public record Origins(List<String> all) {

    private static final int MOST = 20;
    private static final String FIELD = "origins";

    public Origins {
        all = List.copyOf(all);
    }

    /// Of an address with a path only the origin is kept. Refuses none at all, more than 20, and
    /// what is no address on the web.
    public static Origins checked(List<@Nullable String> typed) {
        SequencedSet<String> origins = new LinkedHashSet<>();
        for (String one : typed) {
            origins.add(
                    WebOrigin.parse(one == null ? "" : one)
                            .map(WebOrigin::value)
                            .orElseThrow(() -> refused(StoreRefusal.ORIGIN_INVALID)));
        }
        if (origins.isEmpty()) {
            throw refused(StoreRefusal.ORIGIN_MISSING);
        }
        if (origins.size() > MOST) {
            throw refused(StoreRefusal.TOO_MANY_ORIGINS);
        }
        return new Origins(List.copyOf(origins));
    }

    private static RefusedException refused(StoreRefusal refusal) {
        return new RefusedException(refusal, FIELD);
    }
}
