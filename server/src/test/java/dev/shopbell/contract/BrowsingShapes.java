package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that shops' pages tell of who looks at them, and of what staff see of
/// it.
final class BrowsingShapes {

    private BrowsingShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-cart", hidden("inbox.CartResource$CartAnswer"),
                "staff-cart-none", hidden("inbox.CartResource$CartAnswer"),
                "staff-message-context", hidden("inbox.CartResource$WrittenAtView"),
                "request-cart", hidden("commerce.CartDraft"));
    }
}
