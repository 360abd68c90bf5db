package dev.shopbell.crash;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How often what happened to sends.
///
/// @param messages what people wanted to say
/// @param attempts how often they asked the server to take it
/// @param unanswered attempts that a kill left without an answer
/// @param failed attempts that were answered with 5xx
/// @param hungUp attempts whose sender did not wait
/// @param firstUnanswered first messages, which make a customer, among those left without an answer
/// @param caught messages that had been stored unanswered, and were recognised when sent again
/// @param caughtAfterHangUp the same, of those whose sender had not waited
record Tally(
        int messages,
        long attempts,
        long unanswered,
        long failed,
        long hungUp,
        long firstUnanswered,
        long caught,
        long caughtAfterHangUp) {

    static Tally of(List<Sent> sent) {
        List<Sent> recognised = sent.stream().filter(Sent::wasRecognised).toList();
        return new Tally(
                sent.size(),
                sent.stream().mapToLong(each -> each.attempts().size()).sum(),
                count(sent, Outcome.Unanswered.class),
                count(sent, Outcome.Failed.class),
                count(sent, Outcome.HungUp.class),
                count(firstOfEachCustomer(sent), Outcome.Unanswered.class),
                recognised.stream().filter(each -> !wasHungUp(each)).count(),
                recognised.stream().filter(Tally::wasHungUp).count());
    }

    private static List<Sent> firstOfEachCustomer(List<Sent> sent) {
        Set<String> seen = new HashSet<>();
        return sent.stream()
                .filter(each -> each.kind().equals("customer"))
                .filter(each -> seen.add(each.writer()))
                .toList();
    }

    private static boolean wasHungUp(Sent message) {
        return count(List.of(message), Outcome.HungUp.class) > 0;
    }

    private static long count(List<Sent> sent, Class<? extends Outcome> kind) {
        return sent.stream()
                .flatMap(each -> each.attempts().stream())
                .filter(attempt -> kind.isInstance(attempt.outcome()))
                .count();
    }
}
