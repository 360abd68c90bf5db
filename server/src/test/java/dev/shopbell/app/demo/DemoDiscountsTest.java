package dev.shopbell.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.DiscountLink;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the demo's shop takes off, and where.
class DemoDiscountsTest {

    @Test
    void aCodeIsKnownHoweverItIsTyped() {
        DemoDiscounts.Discount bell = DemoDiscounts.find("bell10").orElseThrow();

        assertThat(bell.code()).isEqualTo("BELL10");
        assertThat(bell.off(7205)).isEqualTo(721);
        assertThat(DemoDiscounts.find("BELL11")).isEmpty();
        assertThat(DemoDiscounts.find("")).isEmpty();
    }

    @Test
    void theStoresLinkLeadsToTheShopsCart() {
        String shop = "http://shop.localhost:8081";
        DiscountLink link = DiscountLink.checked(DemoDiscounts.linkTo(shop), List.of(shop));

        assertThat(link.applying("BELL10", List.of(shop)))
                .isEqualTo("http://shop.localhost:8081/cart.html?discount=BELL10");
        assertThat(DemoDiscounts.isOurs(link.template())).isTrue();
    }
}
