package dev.shopbell.conversation;

import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.customer.LinkedBy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as the store as a whole sees it, whoever of its staff it is assigned to.
///
/// @param change the number of its last change: the later, the larger, in the whole store
public record StoreConversation(
        UUID id,
        Status status,
        boolean blocked,
        @Nullable StaffView assignee,
        List<String> labels,
        Writer customer,
        long lastSeq,
        Instant lastActivityAt,
        Instant createdAt,
        long change) {

    public StoreConversation {
        labels = List.copyOf(labels);
    }

    /// Who writes. The address is as typed unless it is verified; `shopCustomer` is who they are
    /// over there, where that is known or, by a staff member's link, believed.
    public record Writer(
            @Nullable String name,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String shopCustomer,
            @Nullable LinkedBy linkedBy) {
        @Override
        public String toString() {
            return "***";
        }
    }
}
