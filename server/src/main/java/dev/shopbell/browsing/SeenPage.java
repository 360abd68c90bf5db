package dev.shopbell.browsing;

import dev.shopbell.platform.installation.WebOrigin;
import dev.shopbell.platform.text.PlainText;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the shop that somebody was on. Its address is without query and fragment, in which
/// shops have what is nobody's business.
public record SeenPage(String url, @Nullable String title) {

    private static final int URL_LENGTH = 2_000;
    private static final int TITLE_LENGTH = 300;

    /// What is no page of one of these origins is left out: it is the page's word, not the
    /// customer's.
    public static @Nullable SeenPage told(
            @Nullable String url, @Nullable String title, List<String> origins) {
        if (url == null || url.length() > URL_LENGTH) {
            return null;
        }
        return WebOrigin.parse(url)
                .map(WebOrigin::value)
                .filter(origins::contains)
                .map(origin -> new SeenPage(origin + pathOf(url), titled(title)))
                .orElse(null);
    }

    private static String pathOf(String url) {
        String path = URI.create(url.strip()).getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static @Nullable String titled(@Nullable String title) {
        return title == null || !PlainText.isVisible(title) || !PlainText.isStorable(title)
                ? null
                : PlainText.shortened(title, TITLE_LENGTH);
    }

    @Override
    public String toString() {
        return "***";
    }
}
