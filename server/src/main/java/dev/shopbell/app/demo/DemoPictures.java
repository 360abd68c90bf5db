package dev.shopbell.app.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// The pictures that a mail brings along for its own text, RFC 2392: a browser knows nothing of
/// `cid:`, so they are put where they belong.
record DemoPictures(Map<String, String> urls) {

    static DemoPictures in(Part mail) throws MessagingException, IOException {
        Map<String, String> urls = new HashMap<>();
        collect(mail, urls);
        return new DemoPictures(urls);
    }

    String within(String html) {
        String shown = html;
        for (Map.Entry<String, String> picture : urls.entrySet()) {
            shown = shown.replace("\"" + picture.getKey() + "\"", "\"" + picture.getValue() + "\"");
        }
        return shown;
    }

    private static void collect(Part part, Map<String, String> urls)
            throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                collect(parts.getBodyPart(index), urls);
            }
            return;
        }
        String[] ids = part.getHeader("Content-ID");
        if (ids != null && part.isMimeType("image/*")) {
            String id = ids[0].strip().replaceAll("^<|>$", "");
            try (InputStream bytes = part.getInputStream()) {
                urls.put(
                        "cid:" + id,
                        "data:%s;base64,%s"
                                .formatted(
                                        new ContentType(part.getContentType()).getBaseType(),
                                        Base64.getEncoder().encodeToString(bytes.readAllBytes())));
            }
        }
    }
}
