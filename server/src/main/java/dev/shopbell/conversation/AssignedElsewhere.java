package dev.shopbell.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that Inbox administrators may know of a conversation that is hidden from them: so much that
/// they can give it to somebody else.
public record AssignedElsewhere(
        UUID id, Who customer, StaffView assignee, Status status, Instant lastActivityAt) {

    /// Who writes, as far as they said.
    public record Who(@Nullable String name, @Nullable String email) {}

    /// Where the list goes on.
    @JsonIgnore
    public ListCursor cursor() {
        return new ListCursor(lastActivityAt.toString(), id);
    }
}
