package dev.shopbell.email.inbound;

import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.platform.mail.MailSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/// Where another mail server may hand mail over (SMTP, RFC 5321), for installations that would
/// rather forward than have a mailbox read. It relays nothing: whom it does not know it refuses,
/// and what it has accepted is committed.
@Singleton
public final class SmtpDoor {

    private static final int MOST_CONNECTIONS = 20;
    private static final int MOST_RECIPIENTS = 20;
    private static final int SILENT_SECONDS = 60;

    private final @Nullable SMTPServer server;

    SmtpDoor(MailSettings settings, InboundMails mails) {
        this.server =
                settings.smtpDoor()
                        .map(DoorAddress::parse)
                        .map(at -> server(at, mails))
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

    private static SMTPServer server(DoorAddress at, InboundMails mails) {
        return new SMTPServer.Builder()
                .bindAddress(address(at.host()))
                .port(at.port())
                .softwareName("Shopbell")
                .hideTLS()
                .maxConnections(MOST_CONNECTIONS)
                .maxRecipients(MOST_RECIPIENTS)
                .maxMessageSize(HandedOver.MOST_BYTES)
                .connectionTimeout(SILENT_SECONDS, TimeUnit.SECONDS)
                .executorService(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("smtp-", 0).factory()))
                .messageHandlerFactory(_ -> new HandedOver(mails))
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
