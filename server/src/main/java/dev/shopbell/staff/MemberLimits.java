package dev.shopbell.staff;

import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import jakarta.inject.Singleton;

/// How often one member of a store may ask for what costs much: far above what hands do, and below
/// what a program of theirs could.
@Singleton
public final class MemberLimits {

    private final RateLimits limits;
    private final SignedInStaff staff;

    MemberLimits(RateLimits limits, SignedInStaff staff) {
        this.limits = limits;
        this.staff = staff;
    }

    /// Counts one of whoever asks; refuses when they have had their share in this store.
    public void take(Limit limit) {
        Member member = staff.member();
        limits.take(limit, member.store().value() + " " + member.staff().value());
    }
}
