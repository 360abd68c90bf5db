package dev.shopbell.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail as somebody's mail program writes it, header by header.
public final class WrittenMail {

    private static final String BOUNDARY = "=_shopbell-test";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final StringBuilder parts = new StringBuilder();
    private String text = "";
    private @Nullable String body;

    public WrittenMail(String from, String to) {
        header("From", from);
        header("To", to);
        header("Subject", "Broken mug");
        header("Date", "Thu, 26 Nov 2026 10:00:00 +0100");
        header("Message-ID", "<" + UUID.randomUUID() + "@mail.example.com>");
    }

    public WrittenMail header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public WrittenMail without(String name) {
        headers.remove(name);
        return this;
    }

    public WrittenMail subject(String subject) {
        return header("Subject", subject);
    }

    public WrittenMail answers(String messageId) {
        return header("In-Reply-To", messageId).header("References", messageId);
    }

    public WrittenMail says(String text) {
        this.text = text;
        return this;
    }

    public WrittenMail with(String name, String type, byte[] content) {
        return part(
                "Content-Type: %s; name=\"%s\"\r\nContent-Disposition: attachment; filename=\"%s\"\r\nContent-Transfer-Encoding: base64"
                        .formatted(type, name, name),
                Base64.getMimeEncoder().encodeToString(content));
    }

    /// A part of a multipart/mixed, as it stands.
    public WrittenMail part(String headers, String body) {
        parts.append("--").append(BOUNDARY).append("\r\n");
        parts.append(headers).append("\r\n\r\n").append(body).append("\r\n");
        return this;
    }

    /// The whole body as it stands, and what it is.
    public WrittenMail raw(String contentType, String body) {
        header("Content-Type", contentType);
        this.body = body;
        return this;
    }

    public String source() {
        StringBuilder source = new StringBuilder();
        headers.forEach((name, value) -> source.append(name + ": " + value + "\r\n"));
        source.append("MIME-Version: 1.0\r\n");
        if (body != null) {
            return source.append("\r\n").append(body).toString();
        }
        if (parts.isEmpty()) {
            source.append("Content-Type: text/plain; charset=UTF-8\r\n");
            source.append("Content-Transfer-Encoding: 8bit\r\n\r\n").append(text).append("\r\n");
        } else {
            source.append("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n");
            source.append("--").append(BOUNDARY).append("\r\n");
            source.append("Content-Type: text/plain; charset=UTF-8\r\n");
            source.append("Content-Transfer-Encoding: 8bit\r\n\r\n").append(text).append("\r\n");
            source.append(parts).append("--").append(BOUNDARY).append("--\r\n");
        }
        return source.toString();
    }

    public byte[] bytes() {
        return source().getBytes(UTF_8);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }
}
