package dev.shopbell.email.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes characters of bytes, also where the declared character set is missing, unknown or wrong.
final class MailCharsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset GB18030 = Charset.forName("GB18030");

    /// Names that are used for more than they stand for, as browsers read them too (WHATWG
    /// Encoding).
    private static final Map<String, Charset> MEANT =
            Map.ofEntries(
                    Map.entry("us-ascii", WINDOWS_1252),
                    Map.entry("ascii", WINDOWS_1252),
                    Map.entry("iso-8859-1", WINDOWS_1252),
                    Map.entry("latin1", WINDOWS_1252),
                    Map.entry("ansi", WINDOWS_1252),
                    Map.entry("iso-8859-9", Charset.forName("windows-1254")),
                    Map.entry("iso-8859-11", Charset.forName("x-windows-874")),
                    Map.entry("tis-620", Charset.forName("x-windows-874")),
                    Map.entry("iso-8859-8-i", Charset.forName("ISO-8859-8")),
                    Map.entry("gb2312", GB18030),
                    Map.entry("gbk", GB18030),
                    Map.entry("x-gbk", GB18030),
                    Map.entry("cp936", GB18030),
                    Map.entry("shift_jis", Charset.forName("windows-31j")),
                    Map.entry("sjis", Charset.forName("windows-31j")),
                    Map.entry("iso-2022-jp", Charset.forName("x-windows-iso2022jp")),
                    Map.entry("euc-kr", Charset.forName("x-windows-949")),
                    Map.entry("ks_c_5601-1987", Charset.forName("x-windows-949")),
                    Map.entry("big5", Charset.forName("Big5-HKSCS")),
                    Map.entry("unicode", StandardCharsets.UTF_16),
                    Map.entry("utf8", StandardCharsets.UTF_8),
                    Map.entry("utf-8-mac", StandardCharsets.UTF_8));

    /// The same for encoded words.
    static final Map<Charset, Charset> OVERRIDES =
            Map.of(
                    StandardCharsets.ISO_8859_1,
                    WINDOWS_1252,
                    StandardCharsets.US_ASCII,
                    WINDOWS_1252,
                    Charset.forName("GB2312"),
                    GB18030,
                    Charset.forName("GBK"),
                    GB18030,
                    Charset.forName("Shift_JIS"),
                    Charset.forName("windows-31j"),
                    Charset.forName("ISO-2022-JP"),
                    Charset.forName("x-windows-iso2022jp"));

    private MailCharsets() {}

    /// What the bytes of a text say. They may have been cut off in the middle of a character.
    static String decode(byte[] bytes, @Nullable String declared) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Charset charset = named(declared).orElse(WINDOWS_1252);
        if (isSevenBit(bytes)) {
            return new String(bytes, sevenBit(bytes, charset));
        }
        // Hardly any text but UTF-8 happens to be valid UTF-8.
        if (charset.equals(StandardCharsets.UTF_8) || isOneByteWide(charset)) {
            return isUtf8(bytes)
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : new String(bytes, isOneByteWide(charset) ? charset : nearly(bytes));
        }
        return new String(bytes, charset);
    }

    /// A header's bytes: UTF-8 or, from old programs, whatever; encoded words come later.
    static String header(byte[] bytes) {
        return new String(bytes, isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    static Optional<Charset> named(@Nullable String declared) {
        if (declared == null) {
            return Optional.empty();
        }
        String name = declared.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        Charset meant = MEANT.get(name);
        if (meant != null) {
            return Optional.of(meant);
        }
        try {
            Charset known = Charset.forName(name);
            return Optional.of(OVERRIDES.getOrDefault(known, known));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Seven bits are ASCII, unless escapes tell of Japanese or the declared set means them
    /// otherwise.
    private static Charset sevenBit(byte[] bytes, Charset declared) {
        boolean escapes = false;
        for (int i = 0; i + 1 < bytes.length && !escapes; i++) {
            escapes = bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(');
        }
        boolean japanese = escapes && (isOneByteWide(declared) || declared.name().contains("UTF"));
        return japanese ? Charset.forName("x-windows-iso2022jp") : declared;
    }

    /// Declared as UTF-8 and not: with few faults it is broken UTF-8, with many something else.
    private static Charset nearly(byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long faults = lenient.chars().filter(c -> c == 0xFFFD).count();
        long foreign = lenient.chars().filter(c -> c > 0x7F).count();
        return faults * 4 <= foreign ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private static boolean isOneByteWide(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        return name.startsWith("windows-125")
                || name.startsWith("iso-8859")
                || name.startsWith("koi8");
    }

    private static boolean isSevenBit(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8_192);
        while (true) {
            // Not the end of the input: half a character at the end is where it was cut off.
            CoderResult result = decoder.decode(in, out, false);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return in.remaining() < 4;
            }
            out.clear();
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
