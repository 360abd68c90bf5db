package dev.shopbell.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real mailbox that the application under test reads and sends by, and the application's own
/// door for mail. Fields of the test with [Here] get the mailbox, and the door's port.
public final class MailboxForTests implements QuarkusTestResourceLifecycleManager {

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Here {}

    /// At which it has forwarding addresses.
    public static final String MAIL_HOST = "in.shopbell.example";

    /// The port of the application's door for mail.
    public record Door(int port) {}

    private @Nullable RealMailbox mailbox;
    private Door door = new Door(0);

    @Override
    public Map<String, String> start() {
        RealMailbox opened = new RealMailbox();
        mailbox = opened;
        door = new Door(freePort());
        return Map.of(
                "shopbell.mail.smtp-url",
                "smtp://localhost:" + opened.smtpPort(),
                "shopbell.mail.from",
                "Hearthlow <" + RealMailbox.ADDRESS + ">",
                "shopbell.mail.plus-addressing",
                "true",
                "shopbell.mail.imap-url",
                "imap://%s:%s@localhost:%d/INBOX"
                        .formatted(RealMailbox.USER, RealMailbox.PASSWORD, opened.imapPort()),
                "shopbell.mail.smtp-door",
                "127.0.0.1:" + door.port(),
                "shopbell.mail.host",
                MAIL_HOST);
    }

    @Override
    public void stop() {
        if (mailbox != null) {
            mailbox.close();
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                mailbox, new TestInjector.AnnotatedAndMatchesType(Here.class, RealMailbox.class));
        injector.injectIntoFields(
                door, new TestInjector.AnnotatedAndMatchesType(Here.class, Door.class));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
