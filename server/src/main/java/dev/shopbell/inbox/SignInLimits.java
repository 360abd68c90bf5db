package dev.shopbell.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import java.time.Duration;

/// How often a password may be tried. Only what was tried in vain counts, and where somebody has
/// signed in before, nobody elsewhere can use up their share: guessing is slow, and the right
/// person is not kept out by it.
@Singleton
final class SignInLimits {

    private static final int MOST_PLACES = 200_000;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final RateLimits limits;
    private final ClientAddress address;

    /// An account and an address from which its person has signed in.
    private final Cache<String, Boolean> places =
            Caffeine.newBuilder().maximumSize(MOST_PLACES).expireAfterAccess(REMEMBERED).build();

    SignInLimits(RateLimits limits, ClientAddress address) {
        this.limits = limits;
        this.address = address;
    }

    /// Counts one of this address, whomever it tries to be.
    void takeHere() {
        limits.take(Limit.ADDRESS_SIGN_INS, address.key());
    }

    void take(EmailAddress account) {
        String place = place(account);
        limits.take(Limit.ACCOUNT_SIGN_INS, place);
        if (places.getIfPresent(place) == null) {
            limits.take(Limit.ACCOUNT_SIGN_INS_ANYWHERE, account.value());
        }
    }

    /// It was the right password.
    void succeeded(EmailAddress account) {
        String place = place(account);
        limits.giveBack(Limit.ACCOUNT_SIGN_INS, place);
        if (places.asMap().put(place, true) == null) {
            limits.giveBack(Limit.ACCOUNT_SIGN_INS_ANYWHERE, account.value());
        }
    }

    private String place(EmailAddress account) {
        return account.value() + ' ' + address.key();
    }
}
