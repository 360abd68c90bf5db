package dev.shopbell.platform.mail;

import dev.shopbell.platform.mail.MailServer.Security;
import jakarta.inject.Singleton;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;

/// How mail servers are talked to: bounded in time, encrypted as was chosen and never less, and
/// with those of a store only where [MailReach] lets it.
@Singleton
public final class MailSessions {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);

    private final SocketFactory guarded;
    private final Duration answersWithin;

    MailSessions(MailReach reach, MailSettings settings) {
        this.guarded = new GuardedSockets(reach);
        this.answersWithin = settings.answersWithin();
    }

    /// For transports of the protocol `smtp`.
    public Session smtp(MailServer server) {
        Session session = session("mail.smtp.", server);
        // Nobody waits for a server to take its leave.
        set(session.getProperties(), "mail.smtp.quitwait", false);
        return session;
    }

    /// For stores of the protocol `imap`.
    public Session imap(MailServer server) {
        return session("mail.imap.", server);
    }

    private Session session(String prefix, MailServer server) {
        Properties properties = new Properties();
        set(properties, prefix + "auth", server.login() != null);
        set(properties, prefix + "ssl.enable", server.security() == Security.TLS);
        set(properties, prefix + "starttls.enable", server.security() == Security.STARTTLS);
        set(properties, prefix + "starttls.required", server.security() == Security.STARTTLS);
        set(properties, prefix + "ssl.checkserveridentity", true);
        set(properties, prefix + "connectiontimeout", CONNECTED_WITHIN.toMillis());
        set(properties, prefix + "timeout", answersWithin.toMillis());
        set(properties, prefix + "writetimeout", answersWithin.toMillis());
        if (!server.ofTheOperator()) {
            properties.put(prefix + "socketFactory", guarded);
            set(properties, prefix + "socketFactory.fallback", false);
        }
        return Session.getInstance(properties);
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty(name, String.valueOf(value));
    }
}
