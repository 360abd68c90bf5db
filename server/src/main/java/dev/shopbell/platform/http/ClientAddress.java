package dev.shopbell.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/// Whom a limit by address counts. Behind a reverse proxy the address is the one the proxy names,
/// once `quarkus.http.proxy` settings say that it may.
@Singleton
public final class ClientAddress {

    private static final int SITE_BYTES = 8;

    private final CurrentVertxRequest current;

    ClientAddress(CurrentVertxRequest current) {
        this.current = current;
    }

    /// One word per site: the IPv4 address, or the /64 of an IPv6 address, all of which one
    /// customer of a provider has to themselves.
    public String key() {
        return key(current.getCurrent().request());
    }

    /// The same for a request that no resource will see.
    public String key(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote == null || remote.hostAddress() == null
                ? "unknown"
                : site(remote.hostAddress());
    }

    /// Whether it came from the machine that the server runs on: somebody at its keyboard, or a
    /// proxy that does not say for whom it asks.
    public boolean isThisMachine(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        try {
            // A literal is never looked up.
            return remote != null
                    && remote.hostAddress() != null
                    && InetAddress.getByName(remote.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static String site(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A literal is never looked up.
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, SITE_BYTES)
                    : address;
        } catch (UnknownHostException _) {
            return address;
        }
    }
}
