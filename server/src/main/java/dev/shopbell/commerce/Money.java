package dev.shopbell.commerce;

import dev.shopbell.platform.http.RefusedException;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Amounts in the smallest unit of their currency: 1999 are 19.99 euros, and 1999 yen.
final class Money {

    /// Of sums: the largest that a JavaScript number holds exactly (ECMA-262,
    /// Number.MAX_SAFE_INTEGER). Whoever reads more than that reads nothing at all.
    static final long MOST_IN_ALL = (1L << 53) - 1;

    private static final long MOST = 1_000_000_000_000L;
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    private Money() {}

    static long amount(long told, String field) {
        if (told < 0 || told > MOST) {
            throw new RefusedException(
                    CommerceRefusal.NUMBER_OUT_OF_RANGE, field, Map.of("limit", MOST));
        }
        return told;
    }

    static String currency(String told) {
        if (!CURRENCIES.contains(told)) {
            throw new RefusedException(CommerceRefusal.CURRENCY_UNKNOWN, "currency");
        }
        return told;
    }
}
