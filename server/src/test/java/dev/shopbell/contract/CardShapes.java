package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that tell of what staff send of the shop.
final class CardShapes {

    private CardShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-products",
                hidden("inbox.card.ProductSearchResource$FoundProducts"),
                "staff-discount-link",
                hidden("inbox.card.DiscountLinkResource$DiscountLinkView"),
                "staff-discount-link-none",
                hidden("inbox.card.DiscountLinkResource$DiscountLinkView"),
                "request-discount-link",
                hidden("inbox.card.DiscountLinkResource$NewDiscountLink"),
                "request-staff-cards",
                hidden("inbox.ThreadResource$NewMessage"),
                "staff-thread-cards",
                hidden("inbox.ThreadResource$ThreadView"));
    }
}
