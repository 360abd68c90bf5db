package dev.shopbell.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.http.WebFiles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page on which the demo's mails are read, as their recipients would.
@Singleton
final class DemoMailbox {

    private final WebFiles files = new WebFiles("demo/mailbox");
    private final DemoMailServer server;
    private final ObjectMapper json;

    DemoMailbox(DemoMailServer server, ObjectMapper json) {
        this.server = server;
        this.json = json;
    }

    record Mail(
            String id,
            String from,
            String to,
            String subject,
            @Nullable Instant sentAt,
            String text,
            String html) {}

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
        String file = path.equals("/") ? "index.html" : path.substring(1);
        Optional<byte[]> content = reads ? files.read(file) : Optional.empty();
        if (content.isEmpty()) {
            request.response().setStatusCode(404).end("Nothing here.");
            return;
        }
        end(request, WebFiles.type(file), Buffer.buffer(content.get()));
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
                    part(mail, "text/html"));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail does not read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
