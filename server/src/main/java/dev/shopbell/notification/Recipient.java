package dev.shopbell.notification;

import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A member who is told of a conversation: what they chose, how far they have read it, and of what
/// they were told.
record Recipient(
        StaffId staff,
        EmailAddress email,
        Instant joinedAt,
        NotificationSettings settings,
        long readSeq,
        long mailedSeq,
        long pushedSeq,
        @Nullable StaffId assignee) {

    /// What they have not opened of this, as far as it is their business and happened since they
    /// work here. Once a conversation is assigned, what customers write is its assignee's alone;
    /// whoever may read along is told only of what names them.
    News unread(List<CustomerMessage> messages, List<Notice> notices) {
        boolean own = staff.equals(assignee);
        return new News(
                own,
                own || assignee == null
                        ? messages.stream()
                                .filter(message -> isNew(message.seq(), message.sentAt()))
                                .toList()
                        : List.of(),
                notices.stream()
                        .filter(notice -> isNew(notice.seq(), notice.at()))
                        .filter(notice -> notice.concerns(staff, assignee))
                        .toList());
    }

    private boolean isNew(long seq, Instant at) {
        return seq > readSeq && !at.isBefore(joinedAt);
    }

    /// When their quiet hours are over; empty when they have none now.
    Optional<Instant> quietUntil(Instant now) {
        QuietHours quiet = settings.quiet();
        return quiet == null ? Optional.empty() : quiet.endAt(now);
    }
}
