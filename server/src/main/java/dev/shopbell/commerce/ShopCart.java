package dev.shopbell.commerce;

import java.time.Instant;

/// The cart of a customer as the store's own systems know it.
public record ShopCart(Cart cart, Instant changedAt) {}
