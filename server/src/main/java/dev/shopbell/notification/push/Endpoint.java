package dev.shopbell.notification.push;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.network.NetworkKind;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address of a browser at its push service. It is a secret of that browser: whoever knows it
/// may knock there.
record Endpoint(URI uri) {

    private static final int LONGEST = 1000;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /// `allowLoopback`: for tests, also a service on this machine, without TLS.
    static Endpoint parse(String text, boolean allowLoopback) {
        return Optional.of(text)
                .filter(given -> given.length() <= LONGEST)
                .map(Endpoint::uri)
                .filter(uri -> isAllowed(uri, allowLoopback))
                .map(Endpoint::new)
                .orElseThrow(
                        () -> new RefusedException(PushRefusal.SUBSCRIPTION_INVALID, "endpoint"));
    }

    /// Where it is now; empty when that is not on the public internet, or nowhere.
    Optional<InetAddress> address(boolean allowLoopback) {
        try {
            InetAddress[] all = InetAddress.getAllByName(uri.getHost());
            boolean allowed =
                    Arrays.stream(all)
                            .allMatch(each ->
                                    isPublic(each) || (allowLoopback && each.isLoopbackAddress()));
            return allowed ? Optional.of(all[0]) : Optional.empty();
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    @Override
    public String toString() {
        return "***";
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static boolean isAllowed(URI uri, boolean allowLoopback) {
        String host = uri.getHost();
        boolean plain = "http".equals(uri.getScheme()) && allowLoopback && "127.0.0.1".equals(host);
        return host != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && (plain || ("https".equals(uri.getScheme()) && !isPrivateLiteral(host)));
    }

    /// A name is looked up when it is used.
    private static boolean isPrivateLiteral(String host) {
        try {
            return !isPublic(InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isPublic(InetAddress address) {
        return NetworkKind.of(address) == NetworkKind.PUBLIC;
    }
}
