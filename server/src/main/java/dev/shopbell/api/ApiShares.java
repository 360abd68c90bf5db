package dev.shopbell.api;

import dev.shopbell.integration.ApiKeySecret;
import dev.shopbell.integration.ApiKeys;
import dev.shopbell.integration.Integration;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Left;
import dev.shopbell.platform.http.RateLimits.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// How much each API key may still ask, and how often an address may try one that is none. Made
/// when it is first asked, not with the door: doors are hung before the configuration can be read.
@ApplicationScoped
class ApiShares {

    private final ApiKeys keys;
    private final ClientAddress address;
    private final RateLimits limits;
    private final RateLimits.Rates rates;

    ApiShares(ApiKeys keys, ClientAddress address, RateLimits limits, RateLimits.Rates rates) {
        this.keys = keys;
        this.address = address;
        this.limits = limits;
        this.rates = rates;
    }

    /// Requests of one key in a minute.
    int perMinute() {
        return rates.apiKeyRequestsPerMinute();
    }

    /// Whose key it is. What nobody used just now costs a query, of which an address that tries
    /// keys in vain has only so many.
    Optional<Integration> find(ApiKeySecret secret) {
        if (keys.known(secret).isPresent()) {
            return keys.find(secret);
        }
        String client = address.key();
        limits.take(Limit.ADDRESS_UNKNOWN_API_KEYS, client);
        Optional<Integration> found = keys.find(secret);
        found.ifPresent(_ -> limits.giveBack(Limit.ADDRESS_UNKNOWN_API_KEYS, client));
        return found;
    }

    /// Counts one.
    Left take(Integration integration) {
        // Keys' ids are drawn by those who make them: another store's may be the same.
        return limits.tryToTake(
                Limit.API_KEY_REQUESTS,
                integration.store().value() + "/" + integration.key().value());
    }
}
