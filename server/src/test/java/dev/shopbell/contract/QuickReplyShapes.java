package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that tell of answers that were prepared.
final class QuickReplyShapes {

    private static final String RESOURCE = "inbox.quickreply.QuickRepliesResource$";

    private QuickReplyShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-quick-replies",
                hidden(RESOURCE + "QuickRepliesView"),
                "staff-quick-reply",
                hidden(RESOURCE + "QuickReplyAnswer"),
                "staff-quick-reply-none",
                hidden(RESOURCE + "QuickReplyAnswer"),
                "staff-quick-replies-imported",
                hidden(RESOURCE + "ImportView"),
                "staff-suggestions",
                hidden("inbox.quickreply.SuggestionsResource$SuggestionsView"),
                "request-quick-reply",
                hidden(RESOURCE + "WantedQuickReply"),
                "request-quick-reply-order",
                hidden(RESOURCE + "WantedOrder"),
                "request-quick-reply-use",
                hidden(RESOURCE + "UsedIn"),
                "request-quick-reply-import",
                hidden(RESOURCE + "ImportedFile"));
    }
}
