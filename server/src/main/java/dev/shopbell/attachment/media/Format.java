package dev.shopbell.attachment.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a file is by its first bytes. Names and declared types have no say.
enum Format {
    JPEG,
    PNG,
    GIF,
    WEBP,
    MP4,
    MOV,
    WEBM,
    /// What current phones take photos in. Browsers that can draw it convert it before they send.
    HEIC,
    AVIF,
    UNKNOWN;

    // The browsers' list is the same, `protocol/accepted-files.json`.
    static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
    static final Set<String> MP4_BRANDS =
            Set.of(
                    "avc1", "dash", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9",
                    "isom", "mmp4", "mp41", "mp42", "mp71", "MSNV", "M4V ", "M4VH", "M4VP", "f4v ",
                    "msdh", "cmfc", "cmf2", "hvc1", "av01", "3gp4", "3gp5", "3gp6", "3gp7");

    private static final String QUICKTIME_BRAND = "qt  ";

    static final int BRAND_LENGTH = 4;

    /// What every reader of MP4 reads.
    static final String ANY_BRAND = "isom";

    /// QuickTime files from before there were brands begin with one of these.
    static final Set<String> OLD_QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip");

    static Format of(byte[] file) {
        if (startsWith(file, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (startsWith(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (startsWith(file, 0, "GIF87a") || startsWith(file, 0, "GIF89a")) {
            return GIF;
        }
        if (startsWith(file, 0, "RIFF") && startsWith(file, 8, "WEBP")) {
            return WEBP;
        }
        if (startsWith(file, 0, "\u001aE\u00df\u00a3")) {
            return WEBM;
        }
        return boxes(file);
    }

    static boolean isBrand(String name) {
        return name.equals(QUICKTIME_BRAND) || MP4_BRANDS.contains(name);
    }

    /// A member of problem documents, so that clients can say what to do with what they hold.
    Map<String, @Nullable Object> asMember() {
        return switch (this) {
            case HEIC -> Map.of("detected", "image/heic");
            case AVIF -> Map.of("detected", "image/avif");
            case JPEG, PNG, GIF, WEBP, MP4, MOV, WEBM, UNKNOWN -> Map.of();
        };
    }

    private static Format boxes(byte[] file) {
        if (file.length < 12) {
            return UNKNOWN;
        }
        String type = text(file, 4);
        if (OLD_QUICKTIME.contains(type)) {
            return MOV;
        }
        String brand = text(file, 8);
        if (!type.equals("ftyp")) {
            return UNKNOWN;
        }
        if (brand.equals(QUICKTIME_BRAND)) {
            return MOV;
        }
        if (AVIF_BRANDS.contains(brand)) {
            return AVIF;
        }
        if (HEIC_BRANDS.contains(brand)) {
            return HEIC;
        }
        return MP4_BRANDS.contains(brand) ? MP4 : UNKNOWN;
    }

    private static boolean startsWith(byte[] file, int at, String magic) {
        if (file.length < at + magic.length()) {
            return false;
        }
        return new String(file, at, magic.length(), ISO_8859_1).equals(magic);
    }

    private static String text(byte[] file, int at) {
        return new String(file, at, 4, ISO_8859_1);
    }
}
