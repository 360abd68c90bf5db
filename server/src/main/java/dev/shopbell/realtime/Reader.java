package dev.shopbell.realtime;

/// Whoever said hello on a socket: hears of what happens, and leaves once.
interface Reader {

    /// `silently` when nothing was heard from the client for long: it left a while ago.
    void leave(boolean silently);

    LiveSocket socket();
}
