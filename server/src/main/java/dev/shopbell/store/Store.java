package dev.shopbell.store;

import java.time.ZoneId;
import java.util.List;

/// The tenant: a shop with its name, the web origins of its pages and its settings. `key` names it
/// in the widget's addresses and is no secret.
public record Store(
        StoreId id,
        String name,
        String key,
        ZoneId timeZone,
        List<String> origins,
        StoreSettings settings) {

    public Store {
        origins = List.copyOf(origins);
    }
}
