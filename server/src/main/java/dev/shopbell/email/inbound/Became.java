package dev.shopbell.email.inbound;

/// What became of a mail that came in. Where it is for several, the first of these that happened.
enum Became {
    /// More than is taken in so short a time: later.
    COME_AGAIN,
    /// It is a message, a note, or told in a thread.
    TAKEN,
    /// It was taken before: by another way, or just before the server died.
    KNOWN,
    /// Nobody is to hear of it, and nobody is answered.
    DROPPED,
    /// It is no message of anybody's, and nobody is answered. In a mailbox it stays unseen, where
    /// people find it.
    LEFT,
    /// It is for nobody here.
    NOT_OURS;

    Became or(Became other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
