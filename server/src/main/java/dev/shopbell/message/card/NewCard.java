package dev.shopbell.message.card;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.platform.http.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The wire form of what is to go with a message: a product by its id, or a discount code with what
/// it is worth.
public record NewCard(
        @Nullable CardKind kind,
        @Nullable String productId,
        @Nullable String code,
        @Nullable String text) {

    /// What goes with an answer, of the shop.
    enum CardKind {
        product,
        discount
    }

    public static List<CardDraft> drafts(@Nullable List<NewCard> cards) {
        return cards == null
                ? List.of()
                : cards.stream().map(card -> Body.required(card, "cards").draft()).toList();
    }

    private CardDraft draft() {
        return switch (Body.required(kind, "cards")) {
            case product ->
                    new CardDraft.OfProduct(
                            ExternalId.checked(Body.required(productId, "cards"), "cards"));
            case discount -> new CardDraft.OfDiscount(Body.required(code, "cards"), text);
        };
    }
}
