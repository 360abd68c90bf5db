package dev.shopbell.message.quickreply;

import java.util.List;
import java.util.UUID;

/// A prepared answer that fits what a customer wrote, and the words of theirs that say so.
public record Suggestion(Kind kind, UUID id, String title, String text, List<String> matched) {

    /// What it was prepared as.
    public enum Kind {
        QUICK_REPLY,
        FAQ
    }

    public Suggestion {
        matched = List.copyOf(matched);
    }
}
