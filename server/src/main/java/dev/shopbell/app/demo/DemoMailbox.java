package dev.shopbell.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.http.WebFiles;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page on which the demo's mails are read and answered, as their recipients would.
@Singleton
final class DemoMailbox {

    private static final int MOST_BYTES = 6_000_000;

    private final WebFiles files = new WebFiles("demo/mailbox");
    private final DemoMailServer server;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final InstantSource clock;

    DemoMailbox(DemoMailServer server, ObjectMapper json, Vertx vertx, InstantSource clock) {
        this.server = server;
        this.json = json;
        this.vertx = vertx;
        this.clock = clock;
    }

    /// `answerTo`: where an answer goes; null for a mail that nobody answers, as an answer itself.
    record Mail(
            String id,
            String from,
            String to,
            String subject,
            @Nullable Instant sentAt,
            String text,
            String html,
            List<String> files,
            @Nullable String answerTo) {}

    static boolean isAskedBy(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && authority.host().startsWith("mailbox.");
    }

    void answer(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        boolean reads = HttpMethod.GET.equals(request.method());
        if (reads && path.equals("/mails.json")) {
            end(request, "application/json", Buffer.buffer(mails()));
            return;
        }
        if (HttpMethod.POST.equals(request.method()) && path.equals("/answers")) {
            take(request);
            return;
        }
        String file = path.equals("/") ? "index.html" : path.substring(1);
        Optional<byte[]> content = reads ? files.read(file) : Optional.empty();
        if (content.isEmpty()) {
            request.response().setStatusCode(404).end("Nothing here.");
            return;
        }
        end(request, WebFiles.type(file), Buffer.buffer(content.get()));
    }

    /// Only from this page: others are on this machine's browser too.
    private void take(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        HostAndPort authority = request.authority();
        if (authority == null || !("http://" + authority).equals(origin)) {
            request.response().setStatusCode(403).end();
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() <= MOST_BYTES) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(_ ->
                vertx.executeBlocking(() -> sent(body))
                        .onComplete(done -> request.response().setStatusCode(status(done)).end()));
    }

    private static int status(AsyncResult<Boolean> done) {
        return done.failed() ? 500 : done.result() ? 204 : 400;
    }

    private boolean sent(Buffer body) throws IOException, MessagingException {
        if (body.length() > MOST_BYTES) {
            return false;
        }
        DemoAnswer answer = json.readValue(body.getBytes(), DemoAnswer.class);
        for (MimeMessage mail : server.mails()) {
            if (answer.id().equals(mail.getMessageID())) {
                server.send(answer.to(mail, part(mail, "text/plain"), clock.instant()));
                return true;
            }
        }
        return false;
    }

    private static void end(HttpServerRequest request, String type, Buffer content) {
        request.response()
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data:; style-src 'self'"
                                + " 'unsafe-inline'; base-uri 'none'; form-action 'none'")
                .end(content);
    }

    private byte[] mails() {
        try {
            List<Mail> mails = new ArrayList<>();
            for (MimeMessage mail : server.mails()) {
                mails.addFirst(mail(mail));
            }
            return json.writeValueAsBytes(mails);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail mail(MimeMessage mail) {
        try {
            return new Mail(
                    String.valueOf(mail.getMessageID()),
                    people(mail.getFrom()),
                    people(mail.getRecipients(Message.RecipientType.TO)),
                    String.valueOf(mail.getSubject()),
                    mail.getSentDate() == null ? null : mail.getSentDate().toInstant(),
                    part(mail, "text/plain"),
                    DemoPictures.in(mail).within(part(mail, "text/html")),
                    files(mail),
                    answerTo(mail));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail does not read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String answerTo(MimeMessage mail) throws MessagingException {
        return mail.getHeader(DemoAnswer.MARK) == null ? people(mail.getReplyTo()) : null;
    }

    private static List<String> files(Part part) throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                names.addAll(files(parts.getBodyPart(index)));
            }
        } else if (part.getFileName() != null) {
            names.add(part.getFileName());
        }
        return names;
    }

    private static String people(Address @Nullable [] addresses) {
        List<String> people = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            people.add(
                    address instanceof InternetAddress person
                            ? person.toUnicodeString()
                            : address.toString());
        }
        return String.join(", ", people);
    }

    /// The first part of this type, or nothing.
    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart inner = parts.getBodyPart(index);
                String found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
