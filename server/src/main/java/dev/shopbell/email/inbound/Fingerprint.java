package dev.shopbell.email.inbound;

import dev.shopbell.email.mime.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tells one mail from every other: what its writer made, decoded. Servers on the way add
/// headers and change how bytes are written, and different ways are of no account here.
@SuppressWarnings("ArrayRecordComponent") // compared by the database
record Fingerprint(byte[] hash) {

    static Fingerprint of(ParsedMail mail) {
        MessageDigest digest = sha256();
        add(digest, mail.messageId());
        mail.from().forEach(from -> add(digest, from.address()));
        add(digest, String.valueOf(mail.date()));
        add(digest, mail.subject());
        add(digest, mail.text());
        add(digest, mail.html());
        mail.attachments()
                .forEach(each -> {
                    add(digest, each.name());
                    digest.update(each.content());
                });
        return new Fingerprint(digest.digest());
    }

    /// The message it becomes has the same id however often it comes.
    UUID id() {
        return UUID.nameUUIDFromBytes(hash);
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        digest.update((text == null ? "" : text.strip()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
