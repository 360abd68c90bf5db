package dev.shopbell.commerce;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a customer bought. Amounts are in the smallest unit of `currency`; the total is what
/// the store says it is, with whatever belongs to it besides the lines.
public record Order(
        ExternalId id,
        String number,
        @Nullable String customerId,
        @Nullable String email,
        Instant placedAt,
        String currency,
        long total,
        PaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        @Nullable Instant cancelledAt,
        @Nullable String url,
        List<OrderLine> lines,
        Instant changedAt) {

    public Order {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "***";
    }
}
