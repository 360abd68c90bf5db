package dev.shopbell.app.demo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The discount codes of the demo's shop, and where its pages apply one to the cart.
final class DemoDiscounts {

    private static final String APPLIED_AT = "/cart.html?discount={code}";
    private static final Map<String, Integer> PERCENT = Map.of("BELL10", 10, "KILN20", 20);
    private static final int WHOLE = 100;

    private DemoDiscounts() {}

    /// A code as the shop writes it.
    record Discount(String code, int percent) {

        /// What it takes off, in cents.
        long off(long sum) {
            return (sum * percent + WHOLE / 2) / WHOLE;
        }
    }

    /// However somebody typed it.
    static Optional<Discount> find(String typed) {
        String code = typed.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(PERCENT.get(code)).map(percent -> new Discount(code, percent));
    }

    /// A store's discount link that leads to this shop.
    static String linkTo(String shop) {
        return shop + APPLIED_AT;
    }

    static boolean isOurs(String link) {
        return link.endsWith(APPLIED_AT);
    }
}
