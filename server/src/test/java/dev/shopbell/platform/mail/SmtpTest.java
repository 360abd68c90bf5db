package dev.shopbell.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shopbell.platform.text.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a mail server's refusals mean.
class SmtpTest {

    @ParameterizedTest(name = "{1} to {0}")
    @CsvSource({
        "RCPT, 550 no such user,          550, true",
        "RCPT, 553 not here,              553, true",
        "RCPT, 450 try later,             450, false",
        "RCPT, 452 the mailbox is full,   452, false",
        "DATA, 552 too large,             552, true",
        "DATA, 451 out of order,          451, false",
        "DATA, 421 going down,            421, false",
        "MAIL, 530 sign in first,         530, false",
        "RCPT, 550 5.1.1 no such user,    550, true",
        "RCPT, 552 5.2.2 mailbox quota exceeded, 552, true",
        "RCPT, 550 4.2.1 not just now,    550, false",
        "RCPT, 550 5.7.1 we take nothing from you, 550, true",
        "RCPT, 554 5.7.1 relay access denied, sender, false",
        "RCPT, 550 5.7.133 only of our own, 550, true",
        "RCPT, 550 5.4.5 Daily user sending limit exceeded, quota, false",
        "DATA, 550 5.4.5 that is it for today, quota, false",
        "DATA, 554 Message quota exceeded for this account, quota, false",
        "DATA, 550 5.7.26 this mail is not authenticated, sender, false",
        "DATA, 550 5.7.708 no traffic from you, sender, false",
        "DATA, 554 5.7.1 looks like spam,  554, true",
        "MAIL, 552 5.3.4 message size exceeds the limit, 552, true",
        "MAIL, 550 we do not know you,    sender, false"
    })
    void aRefusalIsForGoodWhenTheServerSaysSo(
            String command, String answer, String status, boolean isForGood) throws Exception {
        try (ScriptedServer server = new ScriptedServer(command, answer)) {
            SmtpException refused = send("smtp://localhost:" + server.port());

            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.isForGood()).isEqualTo(isForGood);
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }

        SmtpException refused = send("smtp://localhost:" + port);

        assertThat(refused.status()).isEqualTo("unreachable");
        assertThat(refused.isForGood()).isFalse();
    }

    /// Without an end of our own these would go on for ever.
    @Timeout(60)
    @ParameterizedTest
    @EnumSource(HangingMailServer.Where.class)
    void aServerThatHangsIsGivenUpAndTriedAgain(HangingMailServer.Where where) throws Exception {
        try (HangingMailServer server = new HangingMailServer(where)) {
            MailSettings settings =
                    new MailSettingsForTests(
                            "smtp://localhost:" + server.port(),
                            false,
                            false,
                            Duration.ofMillis(500),
                            Duration.ofSeconds(2));

            SmtpException refused = send(settings);

            assertThat(refused.status()).isEqualTo("unreachable");
            assertThat(refused.isForGood()).isFalse();
            server.awaitEndOfConversation();
        }
    }

    private static SmtpException send(String url) {
        return send(new MailSettingsForTests(url, false, false));
    }

    private static SmtpException send(MailSettings settings) {
        String url = settings.smtpUrl().orElseThrow();
        Smtp smtp = new Smtp(new MailSessions(new MailReach(settings), settings), settings);
        return catchThrowableOfType(
                SmtpException.class,
                () ->
                        smtp.send(
                                MailServer.smtp(url).orElseThrow(),
                                "chat@hearthlow.example",
                                new EmailAddress("anna@example.com"),
                                "Subject: Hello\r\n\r\nHello\r\n"));
    }

    /// Speaks as much SMTP as one mail takes, and gives one command an answer of its own; to `DATA`
    /// after the content.
    private static final class ScriptedServer implements AutoCloseable {

        private final ServerSocket socket;
        private final String command;
        private final String answer;

        ScriptedServer(String command, String answer) throws IOException {
            this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            this.command = command;
            this.answer = answer;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept();
                    BufferedReader in =
                            new BufferedReader(
                                    new InputStreamReader(
                                            client.getInputStream(), StandardCharsets.US_ASCII));
                    PrintStream out =
                            new PrintStream(
                                    client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                out.print("220 ready\r\n");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("DATA")) {
                        out.print("354 go on\r\n");
                        while (!".".equals(in.readLine())) {
                            // the mail
                        }
                    }
                    out.print((line.startsWith(command) ? answer : "250 fine") + "\r\n");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
