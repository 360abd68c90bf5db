package dev.shopbell.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.app.demo.DemoGoods.Wanted;
import dev.shopbell.message.card.Card;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the demo's shop delivers, and what its customers have bought.
class DemoGoodsTest {

    private final ObjectMapper json = new ObjectMapper();
    private final DemoGoods goods = new DemoGoods(json, "http://shop.localhost:8081");

    @Test
    void aCardLeadsIntoTheShopAndTellsOfAReducedPrice() {
        assertThat(goods.card("ash-bowl-set-of-six"))
                .isEqualTo(
                        new Card.OfProduct(
                                "ash-bowl-set-of-six",
                                "Ash bowl, set of six",
                                "http://shop.localhost:8081/products/ash-bowl-set-of-six.html",
                                "http://shop.localhost:8081/pictures/ash-bowl-set-of-six/ash.svg",
                                13_200,
                                14_400L,
                                "EUR",
                                true));
    }

    @Test
    void whatIsNotSoldOrTooMuchIsNoOrder() {
        assertThat(goods.lines(List.of(new Wanted("breakfast-mug", "ash", 1)))).isPresent();
        assertThat(goods.lines(List.of())).isEmpty();
        assertThat(goods.lines(List.of(new Wanted("breakfast-mug", "gold", 1)))).isEmpty();
        assertThat(goods.lines(List.of(new Wanted("cauldron", "ash", 1)))).isEmpty();
        assertThat(goods.lines(List.of(new Wanted("breakfast-mug", "ash", 0)))).isEmpty();
        assertThat(goods.lines(List.of(new Wanted("breakfast-mug", "ash", 21)))).isEmpty();
    }
}
