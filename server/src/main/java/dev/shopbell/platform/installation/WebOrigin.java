package dev.shopbell.platform.installation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A web origin as browsers send it in `Origin`: scheme, host and, unless it is the scheme's own,
/// port. Lower case, no path. RFC 6454.
public record WebOrigin(String scheme, String host, int port) {

    private static final int LONGEST_HOST = 253; // RFC 1035, 2.3.4, as text
    private static final int HIGHEST_PORT = 65_535;

    /// Reads an origin or an address with a path, of which only the origin is kept.
    public static Optional<WebOrigin> parse(String typed) {
        try {
            URI uri = new URI(typed.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web
                    || uri.getHost() == null
                    || uri.getHost().length() > LONGEST_HOST
                    || uri.getUserInfo() != null
                    || uri.getPort() > HIGHEST_PORT) {
                return Optional.empty();
            }
            int standard = scheme.equals("https") ? 443 : 80;
            int port = uri.getPort() == standard ? -1 : uri.getPort();
            return Optional.of(new WebOrigin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    public String value() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port);
    }
}
