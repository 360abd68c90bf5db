package dev.shopbell.inbox;

import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.SummarySql.UnreadCount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the navigation, the landing page and the counts of views need: the unread conversations,
/// the unresolved and the resolved ones, the newest three to show, who is Online, and what its
/// reader typed and has not sent. Of each kind at most 1,000, which is shown as "999+". They are
/// named, not counted, so that a client can keep the counts true with what it hears. The resolved
/// ones are null when there are 1,000 or more in all.
public record InboxSnapshot(
        Position position,
        List<UnreadCount> unread,
        List<UUID> unresolved,
        @Nullable List<UUID> resolved,
        List<ConversationSummary> latest,
        List<UUID> online,
        List<DraftView> drafts) {}
