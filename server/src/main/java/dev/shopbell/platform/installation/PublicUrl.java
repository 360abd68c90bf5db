package dev.shopbell.platform.installation;

import java.util.Optional;
import java.util.Set;

/// Where staff and shoppers' browsers reach this installation: `https`, or plain `http` on the
/// machine itself. Without a path; the origin as browsers spell it.
public record PublicUrl(String origin) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Reads what a person typed; empty when it is no address of that kind.
    public static Optional<PublicUrl> parse(String typed) {
        return WebOrigin.parse(typed)
                .filter(origin ->
                        origin.scheme().equals("https") || LOOPBACK.contains(origin.host()))
                .map(origin -> new PublicUrl(origin.value()));
    }

    /// Whether cookies may carry the `__Host-` prefix and the `Secure` flag.
    public boolean isSecure() {
        return origin.startsWith("https:");
    }

    /// Where pictures of products may come from, which stores keep where they like; for a policy.
    public String pictureSources() {
        return isSecure() ? "https:" : "https: http:";
    }

    /// The same address for a socket.
    public String socketOrigin() {
        return "ws" + origin.substring("http".length());
    }
}
