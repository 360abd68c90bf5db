package dev.shopbell.email.inbound;

import dev.shopbell.email.mime.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tells one mail from every other. Its Message-ID does, together with who wrote it and when:
/// gateways on the way add a footer, and it stays the mail that it was. The Message-ID alone does
/// not: whoever else got a mail knows it, and could have theirs taken in its place. Where one of
/// the three is missing, it is all that its writer made, decoded; headers that servers add and how
/// bytes are written are of no account.
@SuppressWarnings("ArrayRecordComponent") // compared by the database
record Fingerprint(byte[] hash) {

    static Fingerprint of(ParsedMail mail) {
        MessageDigest digest = sha256();
        add(digest, mail.messageId());
        mail.from().forEach(from -> add(digest, from.address()));
        add(digest, String.valueOf(mail.date()));
        if (mail.messageId() == null || mail.from().isEmpty() || mail.date() == null) {
            addContents(digest, mail);
        }
        return new Fingerprint(digest.digest());
    }

    private static void addContents(MessageDigest digest, ParsedMail mail) {
        add(digest, mail.subject());
        add(digest, mail.text());
        add(digest, mail.html());
        mail.attachments()
                .forEach(each -> {
                    add(digest, each.name());
                    digest.update(each.content());
                });
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
