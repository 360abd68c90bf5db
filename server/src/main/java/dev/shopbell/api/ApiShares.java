package dev.shopbell.api;

import dev.shopbell.integration.Integration;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Left;
import dev.shopbell.platform.http.RateLimits.Limit;
import jakarta.enterprise.context.ApplicationScoped;

/// How much each API key may still ask. Made when it is first asked, not with the door: doors are
/// hung before the configuration can be read.
@ApplicationScoped
class ApiShares {

    private final RateLimits limits;
    private final RateLimits.Rates rates;

    ApiShares(RateLimits limits, RateLimits.Rates rates) {
        this.limits = limits;
        this.rates = rates;
    }

    /// Requests of one key in a minute.
    int perMinute() {
        return rates.apiKeyRequestsPerMinute();
    }

    /// Counts one.
    Left take(Integration integration) {
        // Keys' ids are drawn by those who make them: another store's may be the same.
        return limits.tryToTake(
                Limit.API_KEY_REQUESTS,
                integration.store().value() + "/" + integration.key().value());
    }
}
