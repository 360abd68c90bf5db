package dev.shopbell.email.inbound;

import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.platform.mail.MailSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.SessionHandler;

/// Where another mail server may hand mail over (SMTP, RFC 5321), for installations that would
/// rather forward than have a mailbox read. It relays nothing: whom it does not know it refuses,
/// and what it has accepted is committed.
@Singleton
public final class SmtpDoor {

    private static final int MOST_CONNECTIONS = 100;
    private static final int MOST_OF_ONE_ADDRESS = 20;
    private static final int MOST_RECIPIENTS = 20;

    /// A mail of 25 MiB gets through within its bounds over the slowest line, and whoever has
    /// nothing to say makes room for others.
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(5), 2_048);

    private final @Nullable SMTPServer server;

    SmtpDoor(MailSettings settings, InboundMails mails) {
        this.server =
                settings.smtpDoor()
                        .map(DoorAddress::parse)
                        .map(at -> server(at, PATIENCE, _ -> new HandedOver(mails)))
                        .orElse(null);
    }

    void start(@Observes StartupEvent started) {
        if (server != null) {
            try {
                server.start();
            } catch (RuntimeException e) {
                throw new LaunchException(
                        "SHOPBELL_SMTP_DOOR cannot be listened at: " + e.getMessage(), e);
            }
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        if (server != null) {
            server.stop();
        }
    }

    static SMTPServer server(DoorAddress at, Patience patience, MessageHandlerFactory handlers) {
        InetAddress address = address(at.host());
        return new SMTPServer.Builder()
                .bindAddress(address)
                .port(at.port())
                .serverSocketFactory(() -> new PatientListener(patience))
                .softwareName("Shopbell")
                .hideTLS()
                .maxConnections(MOST_CONNECTIONS)
                .sessionHandler(SessionHandler.limitConcurrentSessionsBySource(MOST_OF_ONE_ADDRESS))
                .maxRecipients(MOST_RECIPIENTS)
                .maxMessageSize(HandedOver.MOST_BYTES)
                .executorService(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("smtp-", 0).factory()))
                .messageHandlerFactory(handlers)
                .build();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new LaunchException("SHOPBELL_SMTP_DOOR names a host that is not known.", e);
        }
    }
}
