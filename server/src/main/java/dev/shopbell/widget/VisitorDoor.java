package dev.shopbell.widget;

import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.installation.Installation;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads who a shopper's request is from. The secret comes in the `Authorization` header, which no
/// other site's page can make a browser add; `Origin`, where browsers send it, is the panel's.
@Singleton
public final class VisitorDoor {

    private static final String SCHEME = "Bearer ";

    private final Installation installation;

    VisitorDoor(Installation installation) {
        this.installation = installation;
    }

    VisitorSecret secret(@Nullable String authorization, @Nullable String origin) {
        if (!admits(origin)) {
            throw new RefusedException(HttpRefusal.WRONG_ORIGIN);
        }
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header -> VisitorSecret.parse(header.substring(SCHEME.length())))
                .orElseThrow(() -> new RefusedException(CustomerRefusal.UNKNOWN_VISITOR));
    }

    /// Programs that are no browsers send no origin, and need none: they have the secret.
    public boolean admits(@Nullable String origin) {
        return origin == null
                || installation.publicUrl().map(url -> url.origin().equals(origin)).orElse(false);
    }
}
