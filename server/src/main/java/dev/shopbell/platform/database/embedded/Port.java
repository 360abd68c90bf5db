package dev.shopbell.platform.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/// A TCP port on loopback.
record Port(int number) {

    /// Below the ports that systems hand out for outgoing connections, so that ours is still free
    /// when PostgreSQL has to be started again.
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;

    static Port free(RandomGenerator dice) {
        Port port = new Port(dice.nextInt(LOWEST, HIGHEST));
        return port.isFree() ? port : free(dice);
    }

    boolean isFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), number));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
