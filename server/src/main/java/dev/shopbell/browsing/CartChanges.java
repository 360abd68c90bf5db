package dev.shopbell.browsing;

import dev.shopbell.commerce.CartItem;
import dev.shopbell.conversation.ThreadEvent.CartChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is otherwise in a cart than it was, as a thread tells it. Another price or picture is no
/// change of what somebody wants.
final class CartChanges {

    /// What makes two items the same: the product where it is named, else what it is called.
    private record Key(String product, @Nullable String variant) {

        static Key of(CartItem item) {
            return new Key(
                    Objects.requireNonNullElse(item.productId(), item.title()), item.variant());
        }
    }

    private CartChanges() {}

    /// In the order of the cart as it is now, then what is gone.
    static List<CartChange> between(List<CartItem> before, List<CartItem> now) {
        Map<Key, CartChange> were = counted(before);
        Map<Key, CartChange> are = counted(now);
        List<CartChange> changes = new ArrayList<>();
        are.forEach((key, item) -> {
            CartChange known = were.remove(key);
            long count = known == null ? 0 : known.now();
            if (count != item.now()) {
                changes.add(new CartChange(item.title(), item.variant(), count, item.now()));
            }
        });
        were.values()
                .forEach(item ->
                        changes.add(new CartChange(item.title(), item.variant(), item.now(), 0)));
        return changes;
    }

    /// How many there are of each, wherever they stand.
    private static Map<Key, CartChange> counted(List<CartItem> items) {
        Map<Key, CartChange> counted = new LinkedHashMap<>();
        for (CartItem item : items) {
            counted.merge(
                    Key.of(item),
                    new CartChange(item.title(), item.variant(), 0, item.quantity()),
                    (one, more) ->
                            new CartChange(one.title(), one.variant(), 0, one.now() + more.now()));
        }
        return counted;
    }
}
