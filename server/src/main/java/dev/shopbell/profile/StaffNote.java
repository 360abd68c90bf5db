package dev.shopbell.profile;

import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.customer.CustomerId;
import java.time.Instant;

/// Something staff keep about a customer. Whoever changes it says which version they read.
public record StaffNote(
        StaffNoteId id,
        CustomerId customer,
        StaffNoteText text,
        long version,
        StaffView author,
        Instant createdAt,
        StaffView editedBy,
        Instant editedAt) {}
