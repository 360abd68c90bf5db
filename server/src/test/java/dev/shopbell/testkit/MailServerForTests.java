package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A real SMTP and IMAP server beside the application under test, which sends its mail there. A
/// field of the test with [Here] gets it.
public final class MailServerForTests implements QuarkusTestResourceLifecycleManager {

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Here {}

    private static final Duration SOON = Duration.ofSeconds(20);

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
                "Hearthlow <chat@hearthlow.example>",
                "shopbell.mail.plus-addressing",
                "true",
                // Answers to its mails come in.
                "shopbell.mail.smtp-door",
                "127.0.0.1:0");
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

    /// The token of the link to this page in the newest of so many mails, the same in both parts.
    public String tokenTo(String page, String recipient, int mails) {
        MimeMessage mail =
                await().atMost(SOON)
                        .until(() -> mailsTo(recipient), sent -> sent.size() >= mails)
                        .getLast();
        Pattern link = Pattern.compile(Pattern.quote(Given.ORIGIN + page) + "#([\\w-]{43})");
        try {
            Multipart parts = (Multipart) mail.getContent();
            String plain = token(link, parts.getBodyPart(0));
            assertThat(token(link, parts.getBodyPart(1))).isEqualTo(plain);
            return plain;
        } catch (IOException | MessagingException e) {
            throw new AssertionError("the mail does not read", e);
        }
    }

    private static String token(Pattern link, BodyPart part)
            throws IOException, MessagingException {
        String text = part.getContent().toString();
        Matcher matcher = link.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
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
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
