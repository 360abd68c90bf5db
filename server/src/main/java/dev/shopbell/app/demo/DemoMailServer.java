package dev.shopbell.app.demo;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The mail server of the demo, with SMTP and IMAP on loopback: everybody who is written to has a
/// mailbox, which any password opens, and in which mail to `name+anything@` arrives too. Mails stay
/// until the demo ends.
@Singleton
final class DemoMailServer {

    private static final String HERE = "127.0.0.1";

    private final int smtpPort;
    private final int imapPort;
    private @Nullable GreenMail server;

    DemoMailServer(
            @ConfigProperty(name = "shopbell.demo.smtp-port", defaultValue = "0") int smtpPort,
            @ConfigProperty(name = "shopbell.demo.imap-port", defaultValue = "0") int imapPort) {
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    void open() {
        ServerSetup[] doors = {
            new ServerSetup(smtpPort, HERE, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, HERE, ServerSetup.PROTOCOL_IMAP)
        };
        GreenMail opened = new GreenMail(doors);
        opened.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        opened.start();
        UserManager people = opened.getUserManager();
        people.setMessageDeliveryHandler((_, recipient) -> whose(people, recipient));
        server = opened;
    }

    /// Where a mail program hands mail over.
    String address() {
        return "smtp://%s:%d".formatted(HERE, smtpPort);
    }

    private static GreenMailUser whose(UserManager people, MailAddress recipient)
            throws UserException {
        String email = recipient.getEmail().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
        GreenMailUser known = people.getUserByEmail(email);
        return known == null ? people.createUser(email, email, email) : known;
    }

    /// As a mail program sends it.
    void send(MimeMessage mail) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", HERE);
        properties.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    void close(@Observes ShutdownEvent ending) {
        if (server != null) {
            server.stop();
        }
    }

    /// All mails of all mailboxes, oldest first.
    List<MimeMessage> mails() {
        return server == null ? List.of() : List.of(server.getReceivedMessages());
    }
}
