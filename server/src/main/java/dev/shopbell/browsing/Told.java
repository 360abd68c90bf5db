package dev.shopbell.browsing;

import dev.shopbell.commerce.Cart;
import org.jspecify.annotations.Nullable;

/// What a page tells along with a message: where its writer is, and with the first message what is
/// in their cart.
public record Told(@Nullable SeenPage page, @Nullable Cart cart) {

    public static final Told NOTHING = new Told(null, null);
}
