package dev.shopbell.staff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody signed in with, in words they know: `Firefox` on `Windows`. Null where the browser
/// does not say.
public record Device(@Nullable String browser, @Nullable String system) {

    public static final Device UNKNOWN = new Device(null, null);

    // Browsers name those they want to be taken for, too: whoever names more comes first.
    private static final List<Name> BROWSERS =
            List.of(
                    new Name("Edg", "Edge"),
                    new Name("OPR/", "Opera"),
                    new Name("SamsungBrowser/", "Samsung Internet"),
                    new Name("Firefox/", "Firefox"),
                    new Name("FxiOS/", "Firefox"),
                    new Name("CriOS/", "Chrome"),
                    new Name("Chrome/", "Chrome"),
                    new Name("Safari/", "Safari"));
    private static final List<Name> SYSTEMS =
            List.of(
                    new Name("iPhone", "iPhone"),
                    new Name("iPad", "iPad"),
                    new Name("Android", "Android"),
                    new Name("Windows", "Windows"),
                    new Name("CrOS", "ChromeOS"),
                    new Name("Macintosh", "macOS"),
                    new Name("Linux", "Linux"));

    private record Name(String sign, String word) {}

    /// Reads the header that browsers send along.
    public static Device of(@Nullable String userAgent) {
        return userAgent == null
                ? UNKNOWN
                : new Device(
                        named(BROWSERS, userAgent).orElse(null),
                        named(SYSTEMS, userAgent).orElse(null));
    }

    private static Optional<String> named(List<Name> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.sign()))
                .map(Name::word)
                .findFirst();
    }
}
