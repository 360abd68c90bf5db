package dev.shopbell.platform.http;

import dev.shopbell.platform.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What somebody calls a file. A name and no way to anywhere: no slash, nothing that is not to be
/// seen, nothing that makes it look like another name.
public record FileName(String value) {

    public static final int MAX_LENGTH = 200;

    private static final String DEVIOUS = "/\\\u061c\u200e\u200f\u2028\u2029\ufeff";
    private static final int EMBEDDING =
            0x202A; // with those that follow: turn the direction of text
    private static final int OVERRIDE = 0x202E;
    private static final int ISOLATE = 0x2066;
    private static final int END_OF_ISOLATE = 0x2069;
    private static final String PLAIN = "!#$&+-.^_`|~"; // RFC 8187, attr-char

    private static final Map<String, String> ENDINGS =
            Map.of(
                    "image/jpeg", "jpg",
                    "image/png", "png",
                    "image/gif", "gif",
                    "image/webp", "webp",
                    "video/mp4", "mp4",
                    "video/quicktime", "mov",
                    "video/webm", "webm");

    /// Empty when it cannot be one.
    public static Optional<FileName> of(String typed) {
        String name = PlainText.stripped(typed);
        boolean isName =
                PlainText.length(name) <= MAX_LENGTH
                        && PlainText.isVisible(name)
                        && !name.chars().allMatch(c -> c == '.')
                        && name.codePoints().allMatch(FileName::isFit);
        return isName ? Optional.of(new FileName(name)) : Optional.empty();
    }

    /// With the ending that the file should have for what it is now.
    public FileName withEndingOf(String mediaType) {
        String ending = ENDINGS.get(mediaType);
        if (ending == null || value.endsWith("." + ending)) {
            return this;
        }
        int dot = value.lastIndexOf('.');
        return new FileName((dot > 0 ? value.substring(0, dot) : value) + "." + ending);
    }

    /// The parameters of a `Content-Disposition`, RFC 6266: once for everybody, once as it is.
    String header() {
        StringBuilder plain = new StringBuilder();
        StringBuilder exact = new StringBuilder();
        value.codePoints().forEach(c -> plain.append(isPlain(c) ? Character.toString(c) : "_"));
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            exact.append(isPlain(b) ? Character.toString(b) : "%%%02X".formatted(b & 0xFF));
        }
        return "; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, exact);
    }

    private static boolean isFit(int c) {
        return !Character.isISOControl(c)
                && Character.getType(c) != Character.SURROGATE
                && DEVIOUS.indexOf(c) < 0
                && !(c >= EMBEDDING && c <= OVERRIDE)
                && !(c >= ISOLATE && c <= END_OF_ISOLATE);
    }

    private static boolean isPlain(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c > 0 && PLAIN.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return "***"; // what people call their files does not belong in logs
    }
}
