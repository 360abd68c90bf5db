package dev.shopbell.message.card;

import dev.shopbell.commerce.OrderLink;
import java.util.List;

/// The wire form of an order that a message names: how the text writes it, and where it is to be
/// seen.
public record NamedOrder(String number, String url) {

    public static List<NamedOrder> of(List<OrderLink> orders) {
        return orders.stream().map(order -> new NamedOrder(order.number(), order.url())).toList();
    }

    /// Only what is known to be of whoever reads it.
    public static List<NamedOrder> forTheCustomer(List<OrderLink> orders) {
        return of(orders.stream().filter(OrderLink::isProven).toList());
    }
}
