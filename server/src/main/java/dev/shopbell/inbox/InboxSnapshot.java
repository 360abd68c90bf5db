package dev.shopbell.inbox;

import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.SummarySql.UnreadCount;
import java.util.List;
import java.util.UUID;

/// What the navigation and the landing page need: the unread conversations (at most 1,000), the
/// newest three to show, and who is Online.
public record InboxSnapshot(
        Position position,
        List<UnreadCount> unread,
        List<ConversationSummary> latest,
        List<UUID> online) {}
