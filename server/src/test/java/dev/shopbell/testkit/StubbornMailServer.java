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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
        DIES_AFTER_DATA(""),
        /// It takes connections and says nothing, until it becomes otherwise.
        HANGS("250 taken"),
        /// It always says something, and never comes to an end.
        DRIPS("250 taken");

        private final String answer;

        Mood(String answer) {
            this.answer = answer;
        }
    }

    private static final int BETWEEN_DRIPS_MILLIS = 100;

    /// What it does, once, with the first mail to somebody, which it has whole by then.
    private record Deed(String recipient, Runnable beforeItsAnswer, Runnable afterIt) {}

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger conversations = new AtomicInteger();
    private final AtomicInteger beingTaken = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<@Nullable Deed> deed = new AtomicReference<>();
    private volatile Mood mood = Mood.TAKES;
    private volatile CountDownLatch otherwise = new CountDownLatch(1);
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
                "true",
                // Answers to its mails come in.
                "shopbell.mail.smtp-door",
                "127.0.0.1:0",
                // So that a test may give a store a server of its own.
                "shopbell.mail.private-addresses",
                "true",
                "shopbell.mail.any-port",
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

    public int port() {
        return Objects.requireNonNull(socket).getLocalPort();
    }

    public void becomes(Mood next) {
        CountDownLatch waited = otherwise;
        otherwise = new CountDownLatch(1);
        mood = next;
        waited.countDown();
    }

    /// The next mail to somebody makes it do something before it answers, and something after it.
    public void onMailTo(String recipient, Runnable beforeItsAnswer, Runnable afterIt) {
        deed.set(new Deed(recipient, beforeItsAnswer, afterIt));
    }

    /// How many talk to it right now.
    public int conversations() {
        return conversations.get();
    }

    /// How many were talked to the end, or hung up.
    public int conversationsThatEnded() {
        return ended.get();
    }

    /// How many mails it was ever sent at the same time.
    public int mostAtOnce() {
        return mostAtOnce.get();
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
        conversations.incrementAndGet();
        try {
            converse(client);
        } finally {
            conversations.decrementAndGet();
            ended.incrementAndGet();
        }
    }

    private void converse(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII));
                PrintStream out =
                        new PrintStream(
                                client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            for (CountDownLatch next = otherwise; mood == Mood.HANGS; next = otherwise) {
                next.await();
            }
            for (CountDownLatch next = otherwise; mood == Mood.DRIPS; next = otherwise) {
                out.print("220-still here\r\n");
                boolean _ = next.await(BETWEEN_DRIPS_MILLIS, TimeUnit.MILLISECONDS);
            }
            out.print("220 ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    out.print("354 go on\r\n");
                    mostAtOnce.accumulateAndGet(beingTaken.incrementAndGet(), Math::max);
                    String mail = content(in);
                    // Whoever sends the next has to have heard its answer.
                    beingTaken.decrementAndGet();
                    // Of the moment: whoever sees the mail may change it.
                    Mood now = mood;
                    heard.add(mail);
                    Deed due = deedAbout(mail);
                    due.beforeItsAnswer().run();
                    if (now == Mood.DIES_AFTER_DATA) {
                        return;
                    }
                    out.print(now.answer + "\r\n");
                    due.afterIt().run();
                } else if (line.startsWith("RCPT") && mood == Mood.REFUSES_RECIPIENTS) {
                    out.print(mood.answer + "\r\n");
                } else {
                    out.print(line.startsWith("QUIT") ? "221 bye\r\n" : "250 go on\r\n");
                }
            }
        } catch (IOException _) {
            // They hung up.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Deed deedAbout(String mail) {
        Deed due = deed.get();
        return due != null
                        && mail.contains("To: " + due.recipient())
                        && deed.compareAndSet(due, null)
                ? due
                : new Deed("", () -> {}, () -> {});
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }
}
