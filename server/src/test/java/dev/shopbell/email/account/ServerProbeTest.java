package dev.shopbell.email.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.email.account.ServerProbe.Dialect;
import dev.shopbell.platform.mail.MailReach;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailServer.Security;
import dev.shopbell.platform.mail.ReachForTests;
import dev.shopbell.testkit.ServerKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be wrong with a mail server before anybody has signed in, and how it is told.
class ServerProbeTest {

    @TempDir static Path folder;

    @Test
    void aNameThatNobodyHas() {
        assertThat(probe("no-such-server.invalid", 25, Security.NONE, null))
                .isEqualTo("smtp_name name_not_found");
    }

    @Test
    void aNetworkThatIsNoneOfTheStoresBusiness() throws Exception {
        try (Server server = new Server(null, "220 hello\r\n")) {
            assertThat(
                            probe(
                                    "localhost",
                                    server.port(),
                                    Security.NONE,
                                    null,
                                    ReachForTests.strict()))
                    .isEqualTo("smtp_name out_of_reach");
            assertThat(server.visitors).hasValue(0);
        }
    }

    @Test
    void aPortAtWhichNobodyListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertThat(probe("localhost", port, Security.NONE, null))
                .isEqualTo("smtp_connect port_closed");
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 400 secret of the house\r\n', smtp_connect not_a_mail_server",
        "'554 go away\r\n',                      smtp_connect turned_away 554 go away",
        "'220 hello\r\n250 I am simple\r\n',      smtp_secure starttls_not_offered",
        "'220 hello\r\n250 STARTTLS\r\n454 not today\r\n', smtp_secure starttls_refused 454 not today"
    })
    void whatTheServerSays(String script, String found) throws Exception {
        try (Server server = new Server(null, script)) {
            assertThat(probe("localhost", server.port(), Security.STARTTLS, null)).isEqualTo(found);
        }
    }

    @Test
    void noTlsWhereItShouldBegin() throws Exception {
        try (Server server = new Server(null, "220 hello\r\n")) {
            assertThat(probe("localhost", server.port(), Security.TLS, null))
                    .isEqualTo("smtp_secure no_tls");
        }
    }

    @Test
    void aCertificateThatEverybodyCanTrust() throws Exception {
        KeyStore keys = ServerKeys.of(folder, "localhost", "-1d");
        try (Server server = new Server(keys, "220 hello\r\n")) {
            assertThat(probe("localhost", server.port(), Security.TLS, keys)).isEqualTo("well");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesFor() throws Exception {
        try (Server server =
                new Server(ServerKeys.of(folder, "localhost", "-1d"), "220 hello\r\n")) {
            assertThat(probe("localhost", server.port(), Security.TLS, null))
                    .isEqualTo("smtp_secure certificate_unknown CN=localhost");
        }
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        try (Server server =
                new Server(ServerKeys.of(folder, "localhost", "-20d"), "220 hello\r\n")) {
            assertThat(probe("localhost", server.port(), Security.TLS, null))
                    .startsWith("smtp_secure certificate_expired 20");
        }
    }

    @Test
    void aCertificateForAnotherName() throws Exception {
        KeyStore keys = ServerKeys.of(folder, "mail.other.example", "-1d");
        try (Server server = new Server(keys, "220 hello\r\n")) {
            assertThat(probe("localhost", server.port(), Security.TLS, keys))
                    .isEqualTo("smtp_secure certificate_of_another mail.other.example");
        }
    }

    @Test
    void whatAServerSaidIsOneHarmlessLine() {
        assertThat(SaidByServer.line("550 no\u001b[31m \u202ethere\r\n<script>"))
                .isEqualTo("550 no [31m there");
        assertThat(SaidByServer.line("x".repeat(5_000))).hasSize(200);
    }

    private static String probe(
            String host, int port, Security security, @Nullable KeyStore trusted) {
        return probe(host, port, security, trusted, ReachForTests.here());
    }

    private static String probe(
            String host, int port, Security security, @Nullable KeyStore trusted, MailReach reach) {
        CheckProgress progress =
                new CheckProgress(
                        List.of(CheckStep.SMTP_NAME, CheckStep.SMTP_CONNECT, CheckStep.SMTP_SECURE),
                        _ -> {});
        TlsHandshake tls = new TlsHandshake(TlsHandshake.trusting(trusted), Clock.systemUTC());
        MailServer server = new MailServer(host, port, security, null, false);
        try (ServerProbe probe = new ServerProbe(server, Dialect.SMTP, reach, tls)) {
            boolean known = progress.attempt(CheckStep.SMTP_NAME, true, probe::lookUp);
            boolean there = progress.attempt(CheckStep.SMTP_CONNECT, known, probe::connect);
            progress.attempt(CheckStep.SMTP_SECURE, there, probe::secure);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return progress.results().stream()
                .filter(result -> result.code() != null)
                .map(result ->
                        (result.step().word()
                                        + " "
                                        + result.code()
                                        + " "
                                        + (result.said() == null ? "" : result.said()))
                                .strip())
                .findFirst()
                .orElse("well");
    }

    /// Says its lines one after the other: the first at once, each other one when it was spoken to.
    private static final class Server implements AutoCloseable {

        private final ServerSocket door;
        private final String script;
        private final AtomicInteger visitors = new AtomicInteger();

        Server(@Nullable KeyStore keys, String script) throws Exception {
            InetAddress here = InetAddress.getLoopbackAddress();
            this.door =
                    keys == null
                            ? new ServerSocket(0, 5, here)
                            : ServerKeys.served(keys)
                                    .getServerSocketFactory()
                                    .createServerSocket(0, 5, here);
            this.script = script;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket visitor = door.accept()) {
                    visitors.incrementAndGet();
                    for (String line : script.split("(?<=\n)")) {
                        visitor.getOutputStream().write(line.getBytes(US_ASCII));
                        visitor.getOutputStream().flush();
                        if (visitor.getInputStream().read() < 0) {
                            break;
                        }
                        visitor.getInputStream().skip(visitor.getInputStream().available());
                    }
                } catch (IOException e) {
                    assertThat(e).as("the visitor left").isNotNull();
                }
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
