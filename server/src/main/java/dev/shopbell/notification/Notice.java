package dev.shopbell.notification;

import dev.shopbell.conversation.EmailFailures;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened in a conversation besides what its customer wrote.
///
/// @param by who did it, of the staff
/// @param people whom it names: the new assignee, whom a note mentions, whose words a mail carried
/// @param words of the note, or why the mail did not arrive
record Notice(
        Topic topic,
        long seq,
        @Nullable StaffId by,
        @Nullable String byName,
        List<StaffId> people,
        String words,
        Instant at) {

    private static final int LONGEST_NAME = 60;

    Notice {
        people = List.copyOf(people);
    }

    /// Whether it is this person's business, as the conversation stands now.
    boolean concerns(StaffId staff, @Nullable StaffId assignee) {
        boolean isNamed = people.contains(staff);
        return switch (topic) {
            case ASSIGNED -> isNamed && !staff.equals(by) && staff.equals(assignee);
            case MENTIONED -> isNamed && !staff.equals(by);
            case BOUNCED -> assignee == null ? isNamed : staff.equals(assignee);
            case MESSAGE_UNASSIGNED, MESSAGE_MINE -> false;
        };
    }

    /// One sentence, without a full stop.
    String sentence(String customer) {
        String who = byName == null ? "Somebody" : PlainText.shortened(byName, LONGEST_NAME);
        return switch (topic) {
            case ASSIGNED -> who + " assigned the conversation with " + customer + " to you";
            case MENTIONED -> who + " mentioned you in a note about " + customer;
            case BOUNCED, MESSAGE_UNASSIGNED, MESSAGE_MINE ->
                    "An e-mail to " + customer + " did not arrive";
        };
    }

    /// What there is to quote.
    String said() {
        return switch (topic) {
            case MENTIONED -> words;
            case BOUNCED -> EmailFailures.inWords(words);
            case ASSIGNED, MESSAGE_UNASSIGNED, MESSAGE_MINE -> "";
        };
    }

    @Override
    public String toString() {
        return "***";
    }
}
