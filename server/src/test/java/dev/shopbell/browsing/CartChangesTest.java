package dev.shopbell.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.commerce.CartItem;
import dev.shopbell.conversation.ThreadEvent.CartChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CartChangesTest {

    private static final CartItem BOWL = item("p-1", "Bowl", "Ash", 2);

    @Test
    void whatCameWhatWentAndWhatThereIsMoreOf() {
        assertThat(
                        CartChanges.between(
                                List.of(BOWL, item("p-2", "Vase", null, 1)),
                                List.of(
                                        item("p-3", "Mug", null, 1),
                                        item("p-1", "Bowl", "Ash", 4))))
                .containsExactly(
                        new CartChange("Mug", null, 0, 1),
                        new CartChange("Bowl", "Ash", 2, 4),
                        new CartChange("Vase", null, 1, 0));
    }

    @Test
    void anotherOrderPriceOrNameIsNoChange() {
        CartItem renamed = new CartItem("p-1", "Mixing bowl", "Ash", null, null, 99, 2);
        CartItem vase = item(null, "Vase", null, 1);

        assertThat(CartChanges.between(List.of(BOWL, vase), List.of(vase, renamed))).isEmpty();
    }

    @Test
    void variantsAreThingsOfTheirOwn() {
        assertThat(CartChanges.between(List.of(BOWL), List.of(item("p-1", "Bowl", "Oak", 2))))
                .containsExactly(
                        new CartChange("Bowl", "Oak", 0, 2), new CartChange("Bowl", "Ash", 2, 0));
    }

    @Test
    void theSameInTwoLinesCountsTogether() {
        assertThat(CartChanges.between(List.of(BOWL, BOWL), List.of(item("p-1", "Bowl", "Ash", 4))))
                .isEmpty();
    }

    private static CartItem item(
            @Nullable String product, String title, @Nullable String variant, long quantity) {
        return new CartItem(product, title, variant, null, null, 4200, quantity);
    }
}
