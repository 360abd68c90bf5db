package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Those who are signed in to the demo's shop, as it tells Shopbell of them.
record DemoCustomers(DemoApi api) {

    /// Where a parcel goes, as the checkout asks for it.
    record Destination(
            @Nullable String line1,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {}

    /// Keeps where their last order goes as their address, beside all else that is known of them.
    void livesAt(DemoShopper shopper, Destination destination, Instant now) throws IOException {
        String path = "customers/" + shopper.id();
        ObjectNode told =
                api.get(path)
                        .map(found -> found.get("customer").<ObjectNode>deepCopy())
                        .orElseGet(() -> stranger(shopper));
        told.remove("id");
        told.set("address", address(destination));
        told.put("changedAt", now.toString());
        api.put(path, told);
    }

    private static ObjectNode stranger(DemoShopper shopper) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", shopper.name())
                .put("email", shopper.email());
    }

    private static JsonNode address(Destination destination) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("line1", destination.line1())
                .put("postalCode", destination.postalCode())
                .put("city", destination.city())
                .put("country", destination.country());
    }
}
