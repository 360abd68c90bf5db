package dev.shopbell.browsing;

import dev.shopbell.commerce.Cart;
import java.time.Instant;

/// The cart of a customer that staff are shown, and since when it is as it is.
public record ShownCart(Cart cart, Instant changedAt) {}
