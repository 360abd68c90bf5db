package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that shops' pages tell of who looks at them, and of what staff see of
/// it.
final class BrowsingShapes {

    private static final String PAGES = "inbox.profile.PagesVisitedResource$";

    private BrowsingShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-cart", hidden("inbox.CartResource$CartAnswer"),
                "staff-cart-none", hidden("inbox.CartResource$CartAnswer"),
                "staff-message-context", hidden("inbox.CartResource$WrittenAtView"),
                "staff-pages-visited", hidden(PAGES + "PagesVisitedView"),
                "staff-pages-visited-off", hidden(PAGES + "PagesVisitedView"),
                "staff-pages-visited-setting", hidden(PAGES + "PagesVisitedSetting"),
                "request-pages-visited-setting", hidden(PAGES + "PagesVisitedSetting"),
                "request-page", hidden("widget.ShopperPageResource$OpenedPage"),
                "request-cart", hidden("commerce.CartDraft"));
    }
}
