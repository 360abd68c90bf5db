package dev.shopbell.platform.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// Where this server goes when somebody else says where. Whoever may write a server's name could
/// otherwise make this machine knock at doors that only it can reach. Whoever connects does so to
/// an address that was judged here, and asks no name a second time.
public final class Reach {

    private final boolean allowsPrivate;
    private final Names names;

    public Reach(boolean allowsPrivate, Names names) {
        this.allowsPrivate = allowsPrivate;
        this.names = names;
    }

    /// A server is where we do not go.
    public static final class OutOfReachException extends IOException {
        public OutOfReachException() {
            super("out of reach");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /// The addresses of this name; all of them may be connected to. One that may not spoils the
    /// others: names that lead here and there are not made by mistake.
    public List<InetAddress> addresses(String host) throws IOException {
        List<InetAddress> addresses = names.addresses(host);
        if (!addresses.stream().allMatch(address -> allows(address, allowsPrivate))) {
            throw new OutOfReachException();
        }
        return addresses;
    }

    public static boolean allows(InetAddress address, boolean allowsPrivate) {
        return switch (NetworkKind.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> allowsPrivate;
            case NEVER -> false;
        };
    }
}
