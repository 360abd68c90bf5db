package dev.shopbell.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/// A store's mail provider, which sends what comes on to another address as providers do: the
/// envelope is its own, with a sender of its making, and the mail is as it was written, with some
/// headers on top.
public final class ForwardingProvider implements AutoCloseable {

    private static final String SRS = "SRS0=hhhh=TT=example.com=anna@forwarder.example";

    private final int door;
    private final SMTPServer server;
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private volatile @Nullable String forwardTo;

    /// @param door the port at which forwarded mail is handed over
    public ForwardingProvider(int door) {
        this.door = door;
        this.server =
                SMTPServer.port(0)
                        .messageHandler((_, _, _, mail) -> take(new String(mail, UTF_8)))
                        .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /// From now on; null: it keeps what comes.
    public void forwardTo(@Nullable String address) {
        forwardTo = address;
    }

    /// Everything that came.
    public List<String> kept() {
        return List.copyOf(kept);
    }

    /// Sends one mail on; says what it was answered.
    public String forward(String address, String mail) {
        try (SmtpTalk talk = new SmtpTalk(door)) {
            talk.say("EHLO forwarder.example");
            talk.say("MAIL FROM:<" + SRS + ">");
            String accepted = talk.say("RCPT TO:<" + address + ">");
            if (!accepted.startsWith("250")) {
                return accepted;
            }
            talk.say("DATA");
            talk.send("X-Forwarded-To: " + address + "\r\n");
            talk.send("Received: by forwarder.example; Thu, 26 Nov 2026 10:00:02 +0100\r\n");
            talk.send(mail);
            return talk.say(mail.endsWith("\r\n") ? "." : "\r\n.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(String mail) {
        kept.add(mail);
        String address = forwardTo;
        if (address != null) {
            forward(address, mail);
        }
    }
}
