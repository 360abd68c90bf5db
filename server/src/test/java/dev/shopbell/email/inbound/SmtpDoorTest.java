package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.SmtpTalk;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/// How the door stands up to who talks slowly, much, or not as mail servers do.
class SmtpDoorTest {

    private static final Patience MUCH =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(5), 2_048);

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private @Nullable SMTPServer door;

    @AfterEach
    void close() {
        if (door != null) {
            door.stop();
        }
    }

    @Test
    void whoSendsAByteNowAndThenIsNotListenedToForEver() throws Exception {
        int port = open(new Patience(Duration.ofMinutes(1), Duration.ofSeconds(1), 2_048));

        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            assertThat(dripped(socket, "")).contains("421");
        }
    }

    @Test
    void noMoreIsWhoSendsTheMailItselfSo() throws Exception {
        int port = open(new Patience(Duration.ofMinutes(1), Duration.ofSeconds(1), 2_048));

        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            assertThat(
                            dripped(
                                    socket,
                                    "EHLO a.example\r\nMAIL FROM:<a@a.example>\r\nRCPT TO:<b@b.example>\r\nDATA\r\n"))
                    .contains("354", "421");
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void whoSaysNothingIsNotWaitedFor() throws Exception {
        int port = open(new Patience(Duration.ofMillis(300), Duration.ofMinutes(5), 2_048));

        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("220", "421");
        }
    }

    @Test
    void whatIsSentQuicklyEarnsItsOwnTime() {
        Patience patience = new Patience(Duration.ofMinutes(1), Duration.ofMinutes(5), 2_048);

        assertThat(patience.left(Duration.ofMinutes(6), 60)).isNotPositive();
        assertThat(patience.left(Duration.ofMinutes(60), HandedOver.MOST_BYTES))
                .isEqualTo(Duration.ofMinutes(1).toMillis());
    }

    @Test
    void oneAddressCannotHaveAllConnections() throws Exception {
        int port = open(MUCH);
        List<SmtpTalk> talks = new ArrayList<>();
        try {
            for (int each = 0; each < 20; each++) {
                SmtpTalk talk = new SmtpTalk(port);
                talks.add(talk);
                assertThat(talk.say("NOOP")).startsWith("250");
            }
            try (Socket oneMore = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                assertThat(
                                new String(
                                        oneMore.getInputStream().readAllBytes(),
                                        StandardCharsets.UTF_8))
                        .startsWith("421");
            }
        } finally {
            for (SmtpTalk talk : talks) {
                talk.close();
            }
        }
    }

    @Test
    void tooManyRecipientsAreForTheNextTime() throws Exception {
        try (SmtpTalk talk = new SmtpTalk(open(MUCH))) {
            talk.say("EHLO a.example");
            talk.say("MAIL FROM:<a@a.example>");
            for (int each = 0; each < 20; each++) {
                assertThat(talk.say("RCPT TO:<b" + each + "@b.example>")).startsWith("250");
            }

            assertThat(talk.say("RCPT TO:<b20@b.example>")).startsWith("452");
            talk.say("DATA");
            assertThat(talk.say("Subject: To some\r\n\r\nHello\r\n.")).startsWith("250");
        }
        assertThat(taken).hasSize(1);
    }

    @Test
    void whatLooksLikeTheEndOfAMailToOthersIsPartOfItHere() throws Exception {
        String smuggled = "MAIL FROM:<evil@a.example>\r\nRCPT TO:<b@b.example>\r\nDATA\r\nEvil";
        try (SmtpTalk talk = new SmtpTalk(open(MUCH))) {
            for (String end :
                    List.of(
                            "\n.\n", "\n.\r\n", "\r.\r", "\r\n.\r", "\r\n.\n", "\r.\r\n",
                            "\n.\r")) {
                talk.say("EHLO a.example");
                talk.say("MAIL FROM:<a@a.example>");
                talk.say("RCPT TO:<b@b.example>");
                talk.say("DATA");

                assertThat(talk.say("Subject: One\r\n\r\nHello" + end + smuggled + "\r\n."))
                        .startsWith("250");
            }
        }
        assertThat(taken).hasSize(7).allSatisfy(mail -> assertThat(mail).contains("Evil"));
    }

    @Test
    void aCommandThatDoesNotEndAsCommandsDoEndsTheTalk() throws Exception {
        int port = open(MUCH);
        for (String end : List.of("\n", "\r")) {
            try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                socket.getOutputStream()
                        .write(
                                ("EHLO a.example" + end + "MAIL FROM:<a@a.example>\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));

                assertThat(
                                new String(
                                        socket.getInputStream().readAllBytes(),
                                        StandardCharsets.UTF_8))
                        .contains("501")
                        .doesNotContain("250");
            }
        }
    }

    @Test
    void whatIsSentAheadIsAnsweredInTurn() throws Exception {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), open(MUCH))) {
            String two = "EHLO a.example\r\n" + mail("One") + mail("Two") + "QUIT\r\n";
            socket.getOutputStream().write(two.getBytes(StandardCharsets.US_ASCII));

            String answers =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("354", -1)).hasSize(3);
            assertThat(answers.strip()).contains("221");
        }
        assertThat(taken).hasSize(2);
        assertThat(taken.getLast()).contains("Two").doesNotContain("One");
    }

    private static String mail(String subject) {
        return "MAIL FROM:<a@a.example>\r\nRCPT TO:<b@b.example>\r\nDATA\r\nSubject: "
                + subject
                + "\r\n\r\n..\r\n.\r\n";
    }

    /// Says the beginning, then one letter again and again; what it was answered till the end.
    private static String dripped(Socket socket, String beginning) throws IOException {
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        Thread drip =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                while (true) {
                                    socket.getOutputStream().write('x');
                                    Thread.sleep(20);
                                }
                            } catch (IOException | InterruptedException _) {
                                Thread.currentThread().interrupt(); // it is over
                            }
                        });
        StringBuilder answers = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(); read >= 0; read = in.read()) {
                answers.append((char) read);
            }
        } catch (IOException _) {
            answers.append("(cut off)");
        } finally {
            drip.interrupt();
        }
        return answers.toString();
    }

    private int open(Patience patience) {
        SMTPServer opened =
                SmtpDoor.server(new DoorAddress("127.0.0.1", 0), patience, _ -> new Taking());
        opened.start();
        door = opened;
        return opened.getPortAllocated();
    }

    private final class Taking implements MessageHandler {

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) {}

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            taken.add(new String(data.readAllBytes(), StandardCharsets.UTF_8));
            return null;
        }

        @Override
        public void done() {}
    }
}
