package dev.shopbell.email.outbound;

import dev.shopbell.commerce.OrderLink;
import dev.shopbell.commerce.Prices;
import dev.shopbell.message.card.Card;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a mail shows of the shop: products, discount codes, and orders that an answer names.
final class ReplyCards {

    private ReplyCards() {}

    static List<Map<String, @Nullable Object>> of(ReplyTexts texts, List<Card> cards) {
        return cards.stream().map(card -> of(texts, card)).toList();
    }

    /// Only for whoever surely placed them: the address may be a stranger's.
    static List<Map<String, @Nullable Object>> ordersOf(
            ReplyTexts texts, List<OrderLink> orders, boolean recipientIsProven) {
        return orders.stream()
                .filter(order -> recipientIsProven && order.isProven())
                .map(order -> {
                    Map<String, @Nullable Object> words = new HashMap<>();
                    words.put("name", texts.order(order.number()));
                    words.put("url", order.url());
                    return words;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> of(ReplyTexts texts, Card card) {
        Map<String, @Nullable Object> words = new HashMap<>();
        switch (card) {
            case Card.OfProduct product -> {
                Locale locale = Locale.forLanguageTag(texts.language());
                Long before = product.compareAtPrice();
                words.put("title", product.title());
                words.put("isCode", false);
                words.put("picture", picture(product.imageUrl()));
                words.put("price", Prices.written(product.price(), product.currency(), locale));
                words.put(
                        "before",
                        before != null && before > product.price()
                                ? Prices.written(before, product.currency(), locale)
                                : null);
                words.put("text", product.available() ? null : texts.soldOut());
                words.put("url", product.url());
                words.put("action", texts.viewProduct());
            }
            case Card.OfDiscount discount -> {
                words.put("title", discount.code());
                words.put("isCode", true);
                words.put("picture", null);
                words.put("price", null);
                words.put("before", null);
                words.put("text", discount.text());
                words.put("url", discount.url());
                words.put("action", texts.applyCode());
            }
        }
        words.put("heading", texts.discountCode());
        return words;
    }

    /// Mail programs show no others.
    private static @Nullable String picture(@Nullable String url) {
        return url != null && url.regionMatches(true, 0, "https://", 0, 8) ? url : null;
    }
}
