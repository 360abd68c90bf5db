package dev.shopbell.commerce;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/// Amounts as people read them.
public final class Prices {

    private Prices() {}

    /// `amount` is in the smallest unit of the currency: 1999 are €19.99, and ¥1,999.
    public static String written(long amount, String currency, Locale locale) {
        Currency of = Currency.getInstance(currency);
        int digits = Math.max(0, of.getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(of);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(amount, digits));
    }
}
