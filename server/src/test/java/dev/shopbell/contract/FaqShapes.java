package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that tell of FAQs.
final class FaqShapes {

    private static final String RESOURCE = "inbox.faq.FaqsResource$";

    private FaqShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-faqs",
                hidden(RESOURCE + "FaqsView"),
                "staff-faq",
                hidden(RESOURCE + "FaqAnswer"),
                "staff-faq-none",
                hidden(RESOURCE + "FaqAnswer"),
                "request-faq",
                hidden(RESOURCE + "WantedFaq"),
                "request-faq-order",
                hidden(RESOURCE + "WantedFaqOrder"),
                "shopper-faqs",
                hidden("widget.ShopperFaqsResource$ShopperFaqs"));
    }
}
