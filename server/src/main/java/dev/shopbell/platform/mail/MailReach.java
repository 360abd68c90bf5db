package dev.shopbell.platform.mail;

import dev.shopbell.platform.network.NetworkKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/// Where a store's own mail servers may be. Whoever may write a server's name could otherwise make
/// this machine knock at doors that only it can reach.
@Singleton
public final class MailReach {

    /// SMTP, submission with and without STARTTLS, the usual third way around a blocked 25; IMAP.
    private static final Set<Integer> PORTS = Set.of(25, 465, 587, 2525, 143, 993);

    private final boolean allowsPrivate;
    private final boolean allowsAnyPort;

    MailReach(MailSettings settings) {
        this.allowsPrivate = settings.privateAddresses();
        this.allowsAnyPort = settings.anyPort();
    }

    /// A server is where we do not go.
    public static final class OutOfReachException extends IOException {
        OutOfReachException() {
            super("out of reach");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    public boolean allowsPort(int port) {
        return allowsAnyPort || PORTS.contains(port);
    }

    /// The addresses of this name; all of them may be connected to. One that may not spoils the
    /// others: names that lead here and there are not made by mistake.
    public List<InetAddress> addresses(String host) throws IOException {
        List<InetAddress> addresses = List.of(lookedUp(host));
        if (!addresses.stream().allMatch(this::allows)) {
            throw new OutOfReachException();
        }
        return addresses;
    }

    private static InetAddress[] lookedUp(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    private boolean allows(InetAddress address) {
        return switch (NetworkKind.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> allowsPrivate;
            case NEVER -> false;
        };
    }
}
