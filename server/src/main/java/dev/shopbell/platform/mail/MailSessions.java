package dev.shopbell.platform.mail;

import dev.shopbell.platform.mail.MailServer.Security;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/// How mail servers are talked to: bounded in time and in what they say, encrypted as was chosen
/// and never less, and with those of a store only where [MailReach] lets it.
@Singleton
public final class MailSessions {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);

    private final MailReach reach;
    private final Duration answersWithin;
    private final SSLSocketFactory trusting;

    @Inject
    MailSessions(MailReach reach, MailSettings settings) {
        this(reach, settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /// @param trusting whom to trust as servers
    MailSessions(MailReach reach, MailSettings settings, SSLSocketFactory trusting) {
        this.reach = reach;
        this.answersWithin = settings.answersWithin();
        this.trusting = trusting;
    }

    /// For transports of the protocol `smtp`.
    public Session smtp(MailServer server) {
        Session session = session("mail.smtp.", server, SmtpBounds::new);
        // Nobody waits for a server to take its leave.
        set(session.getProperties(), "mail.smtp.quitwait", false);
        return session;
    }

    /// For stores of the protocol `imap`.
    public Session imap(MailServer server) {
        return session("mail.imap.", server, ImapBounds::new);
    }

    private Session session(String prefix, MailServer server, Supplier<Bounds> bounds) {
        Properties properties = new Properties();
        set(properties, prefix + "auth", server.login() != null);
        set(properties, prefix + "starttls.enable", server.security() == Security.STARTTLS);
        set(properties, prefix + "starttls.required", server.security() == Security.STARTTLS);
        set(properties, prefix + "connectiontimeout", CONNECTED_WITHIN.toMillis());
        set(properties, prefix + "timeout", answersWithin.toMillis());
        set(properties, prefix + "writetimeout", answersWithin.toMillis());
        MailTls tls = new MailTls(trusting, bounds);
        // TLS from the first byte is the sockets' own business: only so are they both guarded and
        // read in the clear.
        properties.put(prefix + "socketFactory", sockets(server, bounds, tls));
        set(properties, prefix + "socketFactory.fallback", false);
        properties.put(prefix + "ssl.socketFactory", tls);
        return Session.getInstance(properties);
    }

    private GuardedSockets sockets(MailServer server, Supplier<Bounds> bounds, MailTls tls) {
        return new GuardedSockets(
                server.ofTheOperator() ? null : reach,
                bounds,
                server.security() == Security.TLS
                        ? connected -> tls.secured(connected, server.host(), server.port())
                        : null);
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty(name, String.valueOf(value));
    }
}
