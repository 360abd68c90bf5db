package dev.shopbell.testkit;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A real SMTP and IMAP server beside the application under test, which sends its mail there. A
/// field of the test with [Here] gets it.
public final class MailServerForTests implements QuarkusTestResourceLifecycleManager {

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Here {}

    private @Nullable GreenMail server;
    private int port;

    @Override
    public Map<String, String> start() {
        open(0);
        port = server().getSmtp().getPort();
        return Map.of(
                "shopbell.mail.smtp-url",
                "smtp://localhost:" + port,
                "shopbell.mail.from",
                "Hearthlow <chat@hearthlow.example>");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                this, new TestInjector.AnnotatedAndMatchesType(Here.class, getClass()));
    }

    /// Nobody answers at its port any more; what it had is forgotten.
    public void goAway() {
        stop();
    }

    /// Answers again at the same port.
    public void comeBack() {
        open(port);
    }

    public List<MimeMessage> mailsTo(String recipient) {
        return Arrays.stream(server().getReceivedMessages())
                .filter(mail -> isTo(mail, recipient))
                .toList();
    }

    private GreenMail server() {
        return Objects.requireNonNull(server);
    }

    private void open(int smtpPort) {
        GreenMail opened =
                new GreenMail(
                        new ServerSetup[] {
                            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                        });
        opened.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        opened.start();
        server = opened;
    }

    private static boolean isTo(MimeMessage mail, String recipient) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(address -> address.toString().contains(recipient));
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
