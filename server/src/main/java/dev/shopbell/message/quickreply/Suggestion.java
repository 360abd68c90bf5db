package dev.shopbell.message.quickreply;

import java.util.List;

/// A prepared answer that fits what a customer wrote, and the words of theirs that say so.
public record Suggestion(QuickReplyId id, String title, String text, List<String> matched) {

    public Suggestion {
        matched = List.copyOf(matched);
    }
}
