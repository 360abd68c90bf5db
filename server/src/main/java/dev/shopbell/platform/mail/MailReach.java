package dev.shopbell.platform.mail;

import dev.shopbell.platform.network.Names;
import dev.shopbell.platform.network.Reach;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/// Where a store's own mail servers may be: at addresses in [Reach], and at the ports of mail.
@Singleton
public final class MailReach {

    /// SMTP, submission with and without STARTTLS, the usual third way around a blocked 25; IMAP.
    private static final Set<Integer> PORTS = Set.of(25, 465, 587, 2525, 143, 993);

    private final Reach reach;
    private final boolean allowsAnyPort;

    MailReach(MailSettings settings) {
        this.reach = new Reach(settings.privateAddresses(), Names.ofThisMachine());
        this.allowsAnyPort = settings.anyPort();
    }

    public boolean allowsPort(int port) {
        return allowsAnyPort || PORTS.contains(port);
    }

    /// As [Reach] judges them.
    public List<InetAddress> addresses(String host) throws IOException {
        return reach.addresses(host);
    }
}
