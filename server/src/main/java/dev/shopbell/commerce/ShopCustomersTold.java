package dev.shopbell.commerce;

import dev.shopbell.platform.database.DomainEvent;
import dev.shopbell.store.StoreId;
import java.util.List;

/// A store's own system told something of these customers of its, or of what they bought.
public record ShopCustomersTold(StoreId store, List<String> customers) implements DomainEvent {

    public ShopCustomersTold {
        customers = List.copyOf(customers);
    }
}
