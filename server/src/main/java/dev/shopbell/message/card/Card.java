package dev.shopbell.message.card;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something of the shop that goes with a message, as it was when it was sent: what changes over
/// there later changes nothing here. Its JSON is how it is stored and how it is told.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Card.OfProduct.class, name = "product"),
    @JsonSubTypes.Type(value = Card.OfDiscount.class, name = "discount")
})
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Card {

    /// Prices are in the smallest unit of the currency.
    record OfProduct(
            String productId,
            String title,
            @Nullable String url,
            @Nullable String imageUrl,
            long price,
            @Nullable Long compareAtPrice,
            String currency,
            boolean available)
            implements Card {}

    /// `url` applies the code to the cart of whoever follows it; null where the store has not said
    /// how. `text` is what the code is worth, in a staff member's words.
    record OfDiscount(String code, @Nullable String text, @Nullable String url) implements Card {}

    /// What the list calls it, and search finds it by.
    default String name() {
        return switch (this) {
            case OfProduct product -> product.title();
            case OfDiscount discount -> discount.code();
        };
    }

    /// Whether sending this again would send the same.
    default boolean isOf(CardDraft draft) {
        return switch (this) {
            case OfProduct product ->
                    draft instanceof CardDraft.OfProduct(var id)
                            && id.value().equals(product.productId());
            case OfDiscount discount ->
                    draft instanceof CardDraft.OfDiscount(var code, var text)
                            && code.equals(discount.code())
                            && Objects.equals(text, discount.text());
        };
    }

    /// The same of several, in their order.
    static boolean areOf(List<Card> cards, List<CardDraft> drafts) {
        if (cards.size() != drafts.size()) {
            return false;
        }
        for (int at = 0; at < cards.size(); at++) {
            if (!cards.get(at).isOf(drafts.get(at))) {
                return false;
            }
        }
        return true;
    }
}
