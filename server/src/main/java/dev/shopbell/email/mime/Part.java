package dev.shopbell.email.mime;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the headers of one part say of it.
final class Part {

    private static final int LONGEST_NAME = 200;
    private static final Pattern TURNS =
            Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Set<String> SIGNATURES =
            Set.of(
                    "application/pkcs7-signature",
                    "application/x-pkcs7-signature",
                    "application/pgp-signature");
    private static final Set<String> FOR_MACHINES =
            Set.of("text/x-amp-html", "text/watch-html", "application/applefile");

    private final MailHeaders headers;
    private final String type;
    private final Parameters contentType;
    private final Parameters disposition;

    Part(MailHeaders headers, String type) {
        this.headers = headers;
        this.type = type.toLowerCase(Locale.ROOT).split("[\\s;]", 2)[0];
        contentType = Parameters.of(headers.first("content-type").orElse(""));
        disposition = Parameters.of(headers.first("content-disposition").orElse(""));
    }

    String type() {
        return type;
    }

    /// Whether it may be what the mail says.
    boolean isText() {
        return (type.equals("text/plain") || isHtml()) && !disposition.value().equals("attachment");
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    boolean isUnnamed() {
        return givenName() == null;
    }

    /// Proves who wrote the mail to programs that look; nothing to see.
    boolean isSignature() {
        return SIGNATURES.contains(type);
    }

    boolean isVersionForMachines() {
        return FOR_MACHINES.contains(type);
    }

    String text(byte[] bytes) {
        String text = Characters.text(MailCharsets.decode(bytes, contentType.get("charset")));
        String format = contentType.get("format");
        if (isHtml() || format == null || !format.equalsIgnoreCase("flowed")) {
            return text;
        }
        return FlowedText.joined(text, "yes".equalsIgnoreCase(contentType.get("delsp")));
    }

    @Nullable String contentId() {
        String id = headers.first("content-id").orElse("").replaceAll("[<>\\s]", "");
        return id.isEmpty() ? null : id;
    }

    /// Never empty, and never a path.
    String name() {
        return fileName(givenName(), unnamed());
    }

    static String fileName(@Nullable String given, String otherwise) {
        String name = given == null ? "" : MailHeaders.decoded(given);
        name = TURNS.matcher(name).replaceAll("");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
        return name.isEmpty() ? otherwise : Characters.cut(name, LONGEST_NAME);
    }

    private @Nullable String givenName() {
        String name = disposition.get("filename");
        return name == null || name.isBlank() ? contentType.get("name") : name;
    }

    private String unnamed() {
        return switch (type) {
            case "message/rfc822" -> "message.eml";
            case "text/calendar" -> "invitation.ics";
            case "application/ms-tnef" -> "winmail.dat";
            case "image/jpeg" -> "image.jpg";
            case "image/png" -> "image.png";
            case "image/gif" -> "image.gif";
            default -> "attachment";
        };
    }
}
