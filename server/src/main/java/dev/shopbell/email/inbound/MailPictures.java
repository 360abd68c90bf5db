package dev.shopbell.email.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.Files;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.mime.SafeHtml;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The pictures that a mail brought and shows among its words. They are in the page itself, because
/// a page that may fetch nothing cannot ask for them.
@Singleton
final class MailPictures {

    /// As the intake of files writes them, which keeps no others.
    private static final Map<String, String> BEGINNINGS =
            Map.of(
                    "\u0089PNG", "image/png",
                    "\u00FF\u00D8\u00FF", "image/jpeg",
                    "GIF8", "image/gif",
                    "RIFF", "image/webp");

    private static final int LONGEST_BEGINNING = 4;

    private final Files files;

    MailPictures(Files files) {
        this.files = files;
    }

    /// As addresses that are the pictures, by the names that the HTML has for them.
    Map<String, String> of(
            StoreTransaction tx, StoreId store, ConversationId conversation, InboundSql.Body body) {
        String html = body.html();
        Map<String, String> pictures = new HashMap<>();
        if (html == null || body.pictures().isEmpty()) {
            return pictures;
        }
        for (String name : SafeHtml.shown(html)) {
            AttachmentId file = body.pictures().get(name);
            if (file != null) {
                files.sent(tx, store, conversation, file)
                        .flatMap(MailPictures::address)
                        .ifPresent(address -> pictures.put(name, address));
            }
        }
        return pictures;
    }

    private static Optional<String> address(byte[] picture) {
        String beginning =
                new String(picture, 0, Math.min(LONGEST_BEGINNING, picture.length), ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(each -> beginning.startsWith(each.getKey()))
                .findFirst()
                .map(each ->
                        "data:"
                                + each.getValue()
                                + ";base64,"
                                + Base64.getEncoder().encodeToString(picture));
    }
}
