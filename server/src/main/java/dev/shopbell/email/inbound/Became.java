package dev.shopbell.email.inbound;

/// What became of a mail that came in.
enum Became {
    /// It is a message, a note, or told in a thread.
    TAKEN,
    /// It was taken before: by another way, or just before the server died.
    KNOWN,
    /// Nobody is to hear of it, and nobody is answered.
    DROPPED,
    /// It is for nobody here.
    NOT_OURS,
    /// More than is taken in so short a time: later.
    COME_AGAIN
}
