package dev.shopbell.browsing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.commerce.Cart;
import dev.shopbell.commerce.CartItem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// The items of carts as they are kept, and what tells one cart from another.
final class CartJson {

    private final ObjectMapper json;

    CartJson(ObjectMapper json) {
        this.json = json;
    }

    String written(Cart cart) {
        try {
            return json.writeValueAsString(cart.items());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<CartItem> read(String written) {
        try {
            return json.readerForListOf(CartItem.class).readValue(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cart does not read", e);
        }
    }

    /// Of a cart with these items, as they are written.
    byte[] digest(String currency, String items) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((currency + items).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
