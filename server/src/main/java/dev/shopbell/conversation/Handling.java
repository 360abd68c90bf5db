package dev.shopbell.conversation;

import dev.shopbell.staff.StaffId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How staff deal with a conversation: whether the store owes something, who sees to it, whether
/// the sender is refused, how often that was changed, and the labels in the order of their names. A
/// blocked one is resolved.
public record Handling(
        Status status,
        @Nullable StaffId assignee,
        boolean blocked,
        long blockChanges,
        List<String> labels) {

    public Handling {
        labels = List.copyOf(labels);
    }

    public Handling with(Status status) {
        return new Handling(status, assignee, blocked, blockChanges, labels);
    }

    public Handling assignedTo(@Nullable StaffId assignee) {
        return new Handling(status, assignee, blocked, blockChanges, labels);
    }

    /// Nothing is owed to somebody who is refused.
    public Handling withSenderBlocked() {
        return blocked
                ? this
                : new Handling(Status.RESOLVED, assignee, true, blockChanges + 1, labels);
    }

    public Handling withSenderUnblocked() {
        return blocked ? new Handling(status, assignee, false, blockChanges + 1, labels) : this;
    }

    public Handling labelled(List<String> labels) {
        return new Handling(status, assignee, blocked, blockChanges, labels);
    }
}
