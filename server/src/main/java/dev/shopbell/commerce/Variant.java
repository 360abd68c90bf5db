package dev.shopbell.commerce;

/// One kind of a product: a size, a colour. `price` is in the product's currency.
public record Variant(String id, String title, long price, boolean available) {}
