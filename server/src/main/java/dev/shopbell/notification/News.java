package dev.shopbell.notification;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What there is to tell one member of one conversation: what its customer wrote, and what else
/// happened.
///
/// @param own whether it is assigned to them
record News(boolean own, List<CustomerMessage> messages, List<Notice> notices) {

    News {
        messages = List.copyOf(messages);
        notices = List.copyOf(notices);
    }

    boolean isEmpty() {
        return messages.isEmpty() && notices.isEmpty();
    }

    /// The rest of it, as far as it is one of these topics.
    News after(long seq, Set<Topic> topics) {
        boolean tellsMessages =
                topics.contains(own ? Topic.MESSAGE_MINE : Topic.MESSAGE_UNASSIGNED);
        return new News(
                own,
                tellsMessages
                        ? messages.stream().filter(message -> message.seq() > seq).toList()
                        : List.of(),
                notices.stream()
                        .filter(notice -> notice.seq() > seq && topics.contains(notice.topic()))
                        .toList());
    }

    /// The place of the last of it.
    long lastSeq() {
        return LongStream.concat(
                        messages.stream().mapToLong(CustomerMessage::seq),
                        notices.stream().mapToLong(Notice::seq))
                .max()
                .orElseThrow();
    }

    /// Whose messages they are; the customer's where there are none.
    String writers(String customer) {
        List<String> writers =
                messages.stream().map(message -> message.writer(customer)).distinct().toList();
        return switch (writers.size()) {
            case 0 -> customer;
            case 1 -> writers.getFirst();
            default -> writers.getFirst() + " and others";
        };
    }

    /// The last thing that happened, in a line: what was written, or a sentence.
    String lastWords(String customer) {
        return Stream.concat(
                        messages.stream().map(message -> new Line(message.seq(), message.words())),
                        notices.stream()
                                .map(notice -> new Line(notice.seq(), notice.sentence(customer))))
                .max((one, other) -> Long.compare(one.seq(), other.seq()))
                .orElseThrow()
                .words();
    }

    private record Line(long seq, String words) {}
}
