package dev.shopbell.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A customer of the demo's shop, from `shoppers.json`. Anybody may sign in as one.
record DemoShopper(
        String id,
        String name,
        String email,
        String marketing,
        String language,
        Map<String, String> address,
        int registeredDaysAgo,
        List<Bought> orders) {

    /// What they bought before the demo began.
    record Bought(
            int number,
            int daysAgo,
            String payment,
            String fulfilment,
            List<DemoGoods.Wanted> lines) {

        Instant placedAt(Instant now) {
            return now.minus(Duration.ofDays(daysAgo));
        }
    }

    /// As the API takes them.
    Map<String, Object> told(Instant now) {
        return Map.of(
                "name",
                name,
                "email",
                email,
                "marketing",
                marketing,
                "language",
                language,
                "address",
                address,
                "registeredAt",
                now.minus(Duration.ofDays(registeredDaysAgo)).toString(),
                "changedAt",
                now.toString());
    }
}
