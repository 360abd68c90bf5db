package dev.shopbell.email.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Mails to read, written as text blocks: lines end as they do in mail.
final class Mails {

    private Mails() {}

    static ParsedMail read(String mail) {
        return read(bytes(mail));
    }

    static ParsedMail read(byte[] mail) {
        return read(mail, Limits.STANDARD);
    }

    static ParsedMail read(byte[] mail, Limits limits) {
        try {
            return ParsedMail.read(new ByteArrayInputStream(mail), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
