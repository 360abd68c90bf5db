package dev.shopbell.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What a summary tells of the customer's cart: how many pieces for how much, in the currency's
/// smallest unit. Another `changedAt` is another cart, to be asked for where it is on screen.
public record CartTotal(String currency, long subtotal, long quantity, Instant changedAt) {

    /// Reads one from a row of the view `conversation_with_people`; null when there is none, or
    /// nothing in it.
    static @Nullable CartTotal read(ResultSet row) throws SQLException {
        String currency = row.getString("cart_currency");
        long quantity = row.getLong("cart_quantity");
        return currency == null || quantity == 0
                ? null
                : new CartTotal(
                        currency,
                        row.getLong("cart_subtotal"),
                        quantity,
                        row.getObject("cart_changed_at", OffsetDateTime.class).toInstant());
    }
}
