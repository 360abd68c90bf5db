package dev.shopbell.widget;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.HexFormat;

/// How much one shopper, and everybody behind one address, may write.
@Singleton
final class PostLimits {

    private final RateLimits limits;
    private final ClientAddress address;

    PostLimits(RateLimits limits, ClientAddress address) {
        this.limits = limits;
        this.address = address;
    }

    /// Counts one message; refuses when it is one too many.
    void take(VisitorSecret secret) {
        limits.take(Limit.VISITOR_POSTS, HexFormat.of().formatHex(secret.hash()));
        limits.take(Limit.ADDRESS_POSTS, address.key());
    }

    /// Counts one thing a page tells of a visitor; refuses when it is one too many.
    void takeTelling(VisitorSecret secret) {
        limits.take(Limit.VISITOR_TELLINGS, HexFormat.of().formatHex(secret.hash()));
        limits.take(Limit.ADDRESS_TELLINGS, address.key());
    }

    /// Counts one file; refuses when it is one too many.
    void takeUpload(StoreId store, VisitorSecret secret) {
        limits.take(Limit.VISITOR_UPLOADS, HexFormat.of().formatHex(secret.hash()));
        limits.take(Limit.ADDRESS_UPLOADS, address.key());
        limits.take(Limit.STORE_UPLOADS, store.value().toString());
    }

    /// Counts one new customer; refuses when it is one too many.
    void takeNewcomer() {
        limits.take(Limit.ADDRESS_NEW_VISITORS, address.key());
    }
}
