package dev.shopbell.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.mail.MailServer.Security;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.testkit.ServerKeys;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Mail servers that are what they say, and others; with and without TLS.
class MailSessionsTest {

    private static final String GREETING = "220 ready\r\n";
    private static final String TOO_MUCH = "* OK {1500000000}\r\n";

    private static final MailSettings SETTINGS =
            new MailSettingsForTests("smtp://localhost", true, true);

    @TempDir static Path folder;

    private static KeyStore keys;
    private static SSLContext trusted;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = ServerKeys.of(folder, "localhost", "-1d");
        trusted = ServerKeys.trusted(keys);
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void aMailIsHandedOverAsWasChosen(Security security) throws Exception {
        try (Server server = new Server(security, keys, GREETING, "250 fine\r\n")) {
            new Smtp(sessions(), SETTINGS)
                    .send(
                            server.named("localhost"),
                            "chat@hearthlow.example",
                            new EmailAddress("anna@example.com"),
                            "Subject: Hello\r\n\r\nHello\r\n");

            assertThat(server.mails).containsExactly("Subject: Hello\n\nHello\n");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "STARTTLS"})
    void nobodyElseIsTakenForTheServer(Security security) throws Exception {
        KeyStore others = ServerKeys.of(folder, "mail.other.example", "-1d");
        trusted = ServerKeys.trusted(others);
        try (Server server = new Server(security, others, GREETING, "250 fine\r\n")) {
            assertThatThrownBy(() -> open(sessions(), server, "smtp"))
                    .isInstanceOf(MessagingException.class)
                    .hasRootCauseInstanceOf(java.security.cert.CertificateException.class);
        } finally {
            trusted = ServerKeys.trusted(keys);
        }
    }

    @Test
    void whatASmtpServerSaysWithoutEndIsCutOff() throws Exception {
        for (Security security : Security.values()) {
            String endless = "250-" + "x".repeat(300_000);
            try (Server server = new Server(security, keys, GREETING, endless)) {
                assertThatThrownBy(() -> open(sessions(), server, "smtp"))
                        .isInstanceOf(MessagingException.class)
                        .hasRootCauseInstanceOf(Bounds.TooMuchException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"TLS", "NONE"})
    void whatAnImapServerAnnouncesCostsNoMemory(Security security) throws Exception {
        try (Server server = new Server(security, keys, "* OK ready\r\n", TOO_MUCH)) {
            assertThatThrownBy(() -> open(sessions(), server, "imap"))
                    .isInstanceOf(MessagingException.class);
        }
    }

    private static MailSessions sessions() {
        return new MailSessions(new MailReach(SETTINGS), SETTINGS, trusted.getSocketFactory());
    }

    private static void open(MailSessions sessions, Server server, String protocol)
            throws Exception {
        MailServer named = server.named("localhost");
        try (Service service =
                protocol.equals("smtp")
                        ? sessions.smtp(named).getTransport("smtp")
                        : sessions.imap(named).getStore("imap")) {
            service.connect("localhost", named.port(), "user", "password");
        }
    }

    /// Answers every command alike, except those that lead to TLS and to the mail.
    private static final class Server implements AutoCloseable {

        private final List<String> mails = new CopyOnWriteArrayList<>();
        private final ServerSocket door;
        private final Security security;
        private final SSLContext tls;
        private final String greeting;
        private final String answer;

        Server(Security security, KeyStore keys, String greeting, String answer) throws Exception {
            this.security = security;
            this.tls = ServerKeys.served(keys);
            this.greeting = greeting;
            this.answer = answer;
            InetAddress here = InetAddress.getLoopbackAddress();
            this.door =
                    security == Security.TLS
                            ? tls.getServerSocketFactory().createServerSocket(0, 5, here)
                            : new ServerSocket(0, 5, here);
            Thread.ofVirtual().start(this::serve);
        }

        MailServer named(String name) {
            return new MailServer(name, door.getLocalPort(), security, null, false);
        }

        private void serve() {
            try (Socket client = door.accept()) {
                client.getOutputStream().write(greeting.getBytes(US_ASCII));
                if (security == Security.STARTTLS) {
                    Conversation before = new Conversation(client);
                    before.heard();
                    before.says("250-ready\r\n250 STARTTLS\r\n");
                    before.heard();
                    before.says("220 go on\r\n");
                    try (Socket secured =
                            tls.getSocketFactory()
                                    .createSocket(client, client.getInputStream(), true)) {
                        talk(new Conversation(secured));
                    }
                } else {
                    talk(new Conversation(client));
                }
            } catch (IOException e) {
                assertThat(e).as("they hung up").isNotNull();
            }
        }

        private void talk(Conversation with) throws IOException {
            for (String line = with.heard(); line != null; line = with.heard()) {
                if (line.equals("DATA")) {
                    with.says("354 go on\r\n");
                    StringBuilder mail = new StringBuilder();
                    for (String part = with.heard();
                            part != null && !part.equals(".");
                            part = with.heard()) {
                        mail.append(part).append('\n');
                    }
                    mails.add(mail.toString());
                }
                with.says(answer);
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private static final class Conversation {

        private final BufferedReader in;
        private final PrintStream out;

        Conversation(Socket socket) throws IOException {
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            this.out = new PrintStream(socket.getOutputStream(), true, US_ASCII);
        }

        @org.jspecify.annotations.Nullable
        String heard() throws IOException {
            return in.readLine();
        }

        void says(String words) {
            out.print(words);
            out.flush();
        }
    }
}
