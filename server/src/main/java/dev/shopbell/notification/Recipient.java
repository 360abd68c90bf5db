package dev.shopbell.notification;

import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A member who is told of a conversation: what they chose, how far they have read it, and of what
/// they were told.
record Recipient(
        StaffId staff,
        EmailAddress email,
        Instant joinedAt,
        NotificationSettings settings,
        long readSeq,
        long mailedSeq,
        long pushedSeq) {

    /// What they have not opened of these, written since they work here.
    List<CustomerMessage> unread(List<CustomerMessage> messages) {
        return messages.stream()
                .filter(message -> message.seq() > readSeq && !message.sentAt().isBefore(joinedAt))
                .toList();
    }

    /// When their quiet hours are over; empty when they have none now.
    Optional<Instant> quietUntil(Instant now) {
        QuietHours quiet = settings.quiet();
        return quiet == null ? Optional.empty() : quiet.endAt(now);
    }

    static List<CustomerMessage> after(long seq, List<CustomerMessage> messages) {
        return messages.stream().filter(message -> message.seq() > seq).toList();
    }
}
