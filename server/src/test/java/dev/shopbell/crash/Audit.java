package dev.shopbell.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.shopbell.crash.Outcome.Acknowledged;
import dev.shopbell.crash.Truth.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/// Holds what senders were told against what is stored. Everything it can find fault with is one
/// [Kind]; a history without faults gives an empty list.
final class Audit {

    enum Kind {
        /// Acknowledged, and not stored.
        LOST,
        /// Stored more than once.
        DOUBLED,
        /// Stored with other words, of another kind, or in another conversation.
        ALTERED,
        /// Not where or when the acknowledgement said.
        MOVED,
        /// Stored, and nobody sent it.
        INVENTED,
        /// Refused, though there was nothing wrong with it.
        REFUSED,
        /// Never acknowledged, though the sender kept asking.
        STUCK,
        /// Numbers that are not 1, 2, 3 …
        HOLE,
        /// One writer's messages in another order than they were sent.
        OUT_OF_ORDER,
        /// A conversation that counts its messages wrongly.
        MISCOUNTED,
        /// A conversation that is not of exactly one visitor.
        SPLIT,
        /// A number of the store's feed given out twice, or above the counter.
        FEED_BROKEN
    }

    record Fault(Kind kind, String what) {}

    private final List<Sent> sent;
    private final Truth truth;
    private final List<Fault> faults = new ArrayList<>();

    private Audit(List<Sent> sent, Truth truth) {
        this.sent = sent;
        this.truth = truth;
    }

    static List<Fault> of(List<Sent> sent, Truth truth) {
        Audit audit = new Audit(sent, truth);
        audit.eachSendIsStoredOnce();
        audit.eachLineWasSent();
        audit.eachThreadIsWhole();
        audit.eachWriterIsInOrder();
        audit.feedsAreNumberedOnce();
        return audit.faults;
    }

    /// By its words as well as by its id: a copy may have got another id.
    private void eachSendIsStoredOnce() {
        Map<UUID, List<Line>> byId = truth.lines().stream().collect(groupingBy(Line::id));
        Map<String, List<Line>> byText = truth.lines().stream().collect(groupingBy(Line::text));
        for (Sent each : sent) {
            Set<Line> found = new HashSet<>(byId.getOrDefault(each.id(), List.of()));
            found.addAll(byText.getOrDefault(each.text(), List.of()));
            if (found.size() > 1) {
                fault(Kind.DOUBLED, "%s is stored %d times".formatted(each, found.size()));
            }
            found.forEach(line -> isWhatWasSent(each, line));
            isWhatWasAnswered(each, found);
        }
    }

    private void isWhatWasSent(Sent each, Line line) {
        boolean same =
                line.text().equals(each.text())
                        && line.kind().equals(each.kind())
                        && line.id().equals(each.id())
                        && line.store().equals(each.store())
                        && line.conversation().equals(each.conversation());
        if (!same) {
            fault(Kind.ALTERED, "%s is stored as %s".formatted(each, line));
        }
    }

    private void isWhatWasAnswered(Sent each, Set<Line> found) {
        for (Sent.Attempt attempt : each.attempts()) {
            if (attempt.outcome() instanceof Outcome.Refused(int status, String code)) {
                fault(Kind.REFUSED, "%s was refused: %d %s".formatted(each, status, code));
            }
        }
        Acknowledged told = each.acknowledged().orElse(null);
        if (told == null) {
            fault(Kind.STUCK, "%s was never acknowledged".formatted(each));
        } else if (found.isEmpty()) {
            fault(Kind.LOST, "%s was acknowledged".formatted(each));
        } else if (found.stream().noneMatch(line -> isAt(line, told))) {
            fault(
                    Kind.MOVED,
                    "%s was acknowledged as %s, stored as %s".formatted(each, told, found));
        }
    }

    private static boolean isAt(Line line, Acknowledged told) {
        return (told.seq() == null || told.seq() == line.seq())
                && Objects.equals(told.publicSeq(), line.publicSeq())
                && told.sentAt().equals(line.sentAt());
    }

    private void eachLineWasSent() {
        Set<UUID> ids = new HashSet<>();
        sent.forEach(each -> ids.add(each.id()));
        for (Line line : truth.lines()) {
            if (!ids.contains(line.id())) {
                fault(Kind.INVENTED, line.toString());
            }
        }
    }

    private void eachThreadIsWhole() {
        Map<UUID, List<Line>> lines =
                truth.lines().stream().collect(groupingBy(Line::conversation));
        for (Truth.Conversation thread : truth.conversations()) {
            List<Line> own = lines.getOrDefault(thread.id(), List.of());
            List<Long> publicSeqs =
                    own.stream().map(Line::publicSeq).filter(Objects::nonNull).toList();
            isDense(thread, "seq", own.stream().map(Line::seq).toList());
            isDense(thread, "public_seq", publicSeqs);
            long byCustomer = own.stream().filter(isOfKind("customer")).count();
            if (thread.lastSeq() != own.size()
                    || thread.lastPublicSeq() != publicSeqs.size()
                    || thread.customerMessages() != byCustomer) {
                fault(Kind.MISCOUNTED, "%s has %d lines".formatted(thread, own.size()));
            }
            if (thread.visitors() != 1) {
                fault(Kind.SPLIT, "%s is of %d visitors".formatted(thread, thread.visitors()));
            }
        }
    }

    private static Predicate<Line> isOfKind(String kind) {
        return line -> line.kind().equals(kind);
    }

    private void isDense(Truth.Conversation thread, String name, List<Long> numbers) {
        List<Long> sorted = numbers.stream().sorted().toList();
        for (int at = 0; at < sorted.size(); at++) {
            if (sorted.get(at) != at + 1) {
                fault(
                        Kind.HOLE,
                        "%s of %s is %d in place %d"
                                .formatted(name, thread, sorted.get(at), at + 1));
                return;
            }
        }
    }

    private void eachWriterIsInOrder() {
        Map<UUID, Line> lines =
                truth.lines().stream()
                        .collect(toMap(Line::id, Function.identity(), (first, _) -> first));
        Map<String, Map<UUID, List<Sent>>> byWriter =
                sent.stream().collect(groupingBy(Sent::writer, groupingBy(Sent::conversation)));
        byWriter.values().stream()
                .flatMap(threads -> threads.values().stream())
                .forEach(inTurn -> isInOrder(inTurn, lines));
    }

    private void isInOrder(List<Sent> inTurn, Map<UUID, Line> lines) {
        List<Line> stored =
                inTurn.stream().map(each -> lines.get(each.id())).filter(Objects::nonNull).toList();
        List<Line> sorted = stored.stream().sorted(Comparator.comparingLong(Line::seq)).toList();
        if (!stored.equals(sorted)) {
            fault(Kind.OUT_OF_ORDER, "%s are stored as %s".formatted(inTurn, sorted));
        }
    }

    private void feedsAreNumberedOnce() {
        Map<List<Object>, Long> uses =
                truth.lines().stream()
                        .collect(
                                groupingBy(
                                        line -> List.of(line.store(), line.feedSeq()), counting()));
        uses.forEach((place, times) -> {
            if (times > 1) {
                fault(Kind.FEED_BROKEN, "%s was given out %d times".formatted(place, times));
            }
        });
        for (Truth.Conversation thread : truth.conversations()) {
            if (thread.feedSeq() > thread.storeFeedSeq()) {
                fault(Kind.FEED_BROKEN, "%s is ahead of its store".formatted(thread));
            }
        }
    }

    private void fault(Kind kind, String what) {
        faults.add(new Fault(kind, what));
    }
}
