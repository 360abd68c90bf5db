package dev.shopbell.badinput;

import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.RunningRoutes.Route;
import java.util.Set;

/// A route that takes a body, with a request that it accepts and the fields it cannot do without.
record BodyRoute(Route route, Http accepted, String body, Set<String> required, int status) {

    /// How large its body may be.
    int mostBytes() {
        if (route.path().endsWith("/quick-reply-import")) {
            return 1024 * 1024;
        }
        if (route.path().startsWith("/api/widget") && route.path().endsWith("/{message}")) {
            return 320 * 1024;
        }
        if (route.path().endsWith("/cart")) {
            return 256 * 1024;
        }
        boolean isListing = route.path().matches(".*/\\{(order|product)}");
        return isListing ? 128 * 1024 : 64 * 1024;
    }

    /// The accepted request with another body.
    Http with(String other) {
        return accepted.json(other);
    }

    @Override
    public String toString() {
        return route.toString();
    }
}
