package dev.shopbell.webhook;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.network.Reach;
import dev.shopbell.platform.text.PlainText;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a receiver listens. It may well carry a secret of theirs.
public record WebhookUrl(URI uri) {

    private static final int LONGEST = 2_000;
    private static final int LAST_PORT = 65_535;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /// As somebody typed it. A name is judged when it is used, since what it stands for changes.
    static WebhookUrl checked(String typed, boolean allowsPrivate) {
        String text = PlainText.stripped(typed);
        if (PlainText.length(text) > LONGEST) {
            throw new RefusedException(WebhookRefusal.WEBHOOK_URL_TOO_LONG, "url");
        }
        return Optional.ofNullable(uri(text))
                .filter(uri -> isAllowed(uri, allowsPrivate))
                .map(WebhookUrl::new)
                .orElseThrow(() -> new RefusedException(WebhookRefusal.WEBHOOK_URL_INVALID, "url"));
    }

    /// One that the database knows.
    static WebhookUrl of(String text) {
        return new WebhookUrl(URI.create(text));
    }

    /// To be looked up: an IPv6 address without its brackets.
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    private boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() == null ? null : new URI(uri.toASCIIString());
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static boolean isAllowed(URI uri, boolean allowsPrivate) {
        String host = uri.getHost();
        if (host == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > LAST_PORT) {
            return false;
        }
        boolean isPlain = "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
        return (allowsPrivate && isPlain)
                || ("https".equals(uri.getScheme()) && isWhereSomebodyIs(host, allowsPrivate));
    }

    private static boolean isWhereSomebodyIs(String host, boolean allowsPrivate) {
        try {
            return Reach.allows(
                    InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")), allowsPrivate);
        } catch (IllegalArgumentException _) {
            return true; // a name
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
