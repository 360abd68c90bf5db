package dev.shopbell.platform.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Who knows which addresses a name stands for.
@FunctionalInterface
public interface Names {

    /// Whomever this machine asks.
    static Names ofThisMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }

    /// At least one.
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
