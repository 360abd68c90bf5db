package dev.shopbell.inbox;

import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.SummarySql.UnreadCount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the navigation, the landing page and the counts of views need: the unread conversations (at
/// most 1,000), those in each view, the newest three to show, those in which a note names its
/// reader, who is Online, and what its reader typed and has not sent.
public record InboxSnapshot(
        Position position,
        List<UnreadCount> unread,
        Views views,
        List<ConversationSummary> latest,
        List<UUID> online,
        List<DraftView> drafts) {

    /// The conversations in each view. They are named, not counted, so that a client can keep the
    /// counts true with what it hears. Null where there are 1,000 or more, which is shown as
    /// "999+".
    public record Views(
            @Nullable List<UUID> unresolved,
            @Nullable List<UUID> resolved,
            @Nullable List<UUID> mine,
            @Nullable List<UUID> unassigned,
            @Nullable List<UUID> blocked) {}
}
