package dev.shopbell.realtime;

/// Whoever said hello on a socket: hears of what happens, and leaves once.
interface Reader {

    /// `silently` when nothing was heard from the client for long: it left a while ago.
    void leave(boolean silently);

    LiveSocket socket();

    /// Something its client says after the hello. False when that is nothing this side says.
    boolean hear(ClientFrame frame);
}
