package dev.shopbell.commerce;

import dev.shopbell.platform.http.Body;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as a store's system sends it, whole.
public record OrderDraft(
        @Nullable String number,
        @Nullable String customerId,
        @Nullable String email,
        @Nullable String placedAt,
        @Nullable String currency,
        @Nullable Long total,
        @Nullable String paymentStatus,
        @Nullable String fulfilmentStatus,
        @Nullable String cancelledAt,
        @Nullable String url,
        @Nullable List<OrderLineDraft> lines,
        @Nullable String changedAt) {

    private static final int NUMBER = 50;
    private static final int MOST_LINES = 200;

    /// Tidied or refused.
    Order checked(ExternalId id, Instant now) {
        return new Order(
                id,
                Fields.requiredLine(number, NUMBER, "number"),
                Fields.id(customerId, "customerId"),
                Fields.email(email, "email"),
                Fields.requiredTime(placedAt, "placedAt"),
                Money.currency(Body.required(currency, "currency")),
                Money.amount(Body.required(total, "total"), "total"),
                Fields.word(
                        PaymentStatus.class,
                        Body.required(paymentStatus, "paymentStatus"),
                        "paymentStatus"),
                Fields.word(
                        FulfilmentStatus.class,
                        Body.required(fulfilmentStatus, "fulfilmentStatus"),
                        "fulfilmentStatus"),
                Fields.time(cancelledAt, "cancelledAt"),
                Fields.link(url, "url"),
                Fields.each(
                        Body.required(lines, "lines"),
                        MOST_LINES,
                        "lines",
                        OrderLineDraft::checked),
                Fields.changed(changedAt, now));
    }

    @Override
    public String toString() {
        return "***";
    }
}
