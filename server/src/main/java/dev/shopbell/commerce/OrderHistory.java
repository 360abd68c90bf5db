package dev.shopbell.commerce;

import java.util.List;

/// What somebody bought, newest first: some of it, how many orders there are in all, and what those
/// that were not cancelled come to in each currency.
public record OrderHistory(List<Order> orders, long count, List<Sum> sums) {

    public OrderHistory {
        orders = List.copyOf(orders);
        sums = List.copyOf(sums);
    }

    /// In the currency's smallest unit.
    public record Sum(String currency, long total) {}
}
