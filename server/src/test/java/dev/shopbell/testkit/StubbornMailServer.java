package dev.shopbell.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A mail server that speaks real SMTP and behaves as a test tells it to. A field of the test of
/// this type gets it.
public final class StubbornMailServer implements QuarkusTestResourceLifecycleManager {

    /// What it does with a mail.
    public enum Mood {
        TAKES("250 taken"),
        REFUSES_RECIPIENTS("550 no such user"),
        WANTS_TIME("451 try later"),
        /// It has all of the mail, and is gone before it says so.
        DIES_AFTER_DATA("");

        private final String answer;

        Mood(String answer) {
            this.answer = answer;
        }
    }

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.TAKES;
    private @Nullable ServerSocket socket;

    @Override
    public Map<String, String> start() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
        return Map.of(
                "shopbell.mail.smtp-url",
                "smtp://localhost:" + socket.getLocalPort(),
                "shopbell.mail.from",
                "Hearthlow <chat@hearthlow.example>",
                "shopbell.mail.plus-addressing",
                "true");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(getClass()));
    }

    @Override
    public void stop() {
        try {
            Objects.requireNonNull(socket).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void becomes(Mood next) {
        mood = next;
    }

    /// The mails to somebody that it has got whole, whatever it said then.
    public List<String> mailsTo(String recipient) {
        return heard.stream().filter(mail -> mail.contains("To: " + recipient)).toList();
    }

    private void serve() {
        while (true) {
            try {
                Socket client = Objects.requireNonNull(socket).accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII));
                PrintStream out =
                        new PrintStream(
                                client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    out.print("354 go on\r\n");
                    String mail = content(in);
                    // Of the moment: whoever sees the mail may change it.
                    Mood now = mood;
                    heard.add(mail);
                    if (now == Mood.DIES_AFTER_DATA) {
                        return;
                    }
                    out.print(now.answer + "\r\n");
                } else if (line.startsWith("RCPT") && mood == Mood.REFUSES_RECIPIENTS) {
                    out.print(mood.answer + "\r\n");
                } else {
                    out.print(line.startsWith("QUIT") ? "221 bye\r\n" : "250 go on\r\n");
                }
            }
        } catch (IOException _) {
            // They hung up.
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }
}
