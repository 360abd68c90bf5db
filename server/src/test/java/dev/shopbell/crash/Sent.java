package dev.shopbell.crash;

import dev.shopbell.crash.Outcome.Acknowledged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// A message that somebody sends until it is acknowledged, always with the same id. `writer` sends
/// one after the other; `conversation` is where it belongs.
record Sent(
        String writer,
        UUID store,
        UUID conversation,
        UUID id,
        String kind,
        String text,
        List<Attempt> attempts) {

    record Attempt(Instant began, Outcome outcome) {}

    static Sent begun(
            String writer, UUID store, UUID conversation, UUID id, String kind, String text) {
        return new Sent(writer, store, conversation, id, kind, text, new CopyOnWriteArrayList<>());
    }

    Sent attempted(Instant began, Outcome outcome) {
        attempts.add(new Attempt(began, outcome));
        return this;
    }

    /// There is at most one: whoever has been answered does not ask again.
    Optional<Acknowledged> acknowledged() {
        return attempts.stream()
                .map(Attempt::outcome)
                .filter(Acknowledged.class::isInstance)
                .map(Acknowledged.class::cast)
                .findFirst();
    }

    /// Whether an earlier attempt had been stored and the last one was recognised by its id: the
    /// server dated the message before that last attempt began. Needs one clock for both, that is,
    /// one machine.
    boolean wasRecognised() {
        Attempt last = attempts.getLast();
        return last.outcome() instanceof Acknowledged(var _, var _, var sentAt)
                && sentAt.isBefore(last.began());
    }

    @Override
    public String toString() {
        return "%s's message %s after %s".formatted(writer, id, attempts);
    }
}
