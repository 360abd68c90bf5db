package dev.shopbell.crash;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of one attempt to send a message, as the sender saw it.
sealed interface Outcome {

    /// Stored, says the server, in this place. A customer is not told `seq`, a note has no
    /// `publicSeq`.
    record Acknowledged(@Nullable Long seq, @Nullable Long publicSeq, Instant sentAt)
            implements Outcome {}

    /// 4xx: not stored, says the server.
    record Refused(int status, String code) implements Outcome {}

    /// 5xx: the server does not know.
    record Failed(int status) implements Outcome {}

    /// Nobody took the connection: nothing was sent.
    record Unreachable() implements Outcome {}

    /// It was sent, and the connection ended without an answer. Nobody knows.
    record Unanswered() implements Outcome {}

    /// It was sent, and the sender did not wait for the answer, as when a phone loses its network.
    record HungUp() implements Outcome {}
}
