package dev.shopbell.realtime;

import dev.shopbell.realtime.ClientFrame.Hello;

/// How a side lets in whoever says hello. May ask the database; what it throws ends the socket.
@FunctionalInterface
interface Greeting {
    void hello(LiveSocket socket, Hello hello);
}
