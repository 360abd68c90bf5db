package dev.shopbell.platform.mail;

import dev.shopbell.platform.mail.MailServer.Login;
import dev.shopbell.platform.mail.MailServer.Security;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `smtps://user:password@host:465` and its like. Without TLS a password only goes to this
/// machine itself.
///
/// @param path what follows the server, without its slash
record ServerUrl(MailServer server, String path) {

    static Optional<ServerUrl> parse(String url, String scheme, int port, int portOfTls) {
        try {
            return of(new URI(url.strip()), scheme, port, portOfTls);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<ServerUrl> of(URI url, String scheme, int port, int portOfTls) {
        boolean tls = (scheme + "s").equals(url.getScheme());
        boolean fits =
                (tls || scheme.equals(url.getScheme()))
                        && url.getHost() != null
                        && url.getRawQuery() == null;
        if (!fits) {
            return Optional.empty();
        }
        String host = url.getHost();
        String login = url.getRawUserInfo();
        if (login != null && login.indexOf(':') < 1) {
            return Optional.empty();
        }
        MailServer server =
                new MailServer(
                        host,
                        url.getPort() > 0 ? url.getPort() : tls ? portOfTls : port,
                        tls ? Security.TLS : isHere(host) ? Security.NONE : Security.STARTTLS,
                        login(login),
                        true);
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return Optional.of(new ServerUrl(server, decoded(path.replaceFirst("^/", ""))));
    }

    private static @Nullable Login login(@Nullable String written) {
        if (written == null) {
            return null;
        }
        int colon = written.indexOf(':');
        return new Login(
                decoded(written.substring(0, colon)), decoded(written.substring(colon + 1)));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /// A plus sign is a plus sign here, and not a blank as in a web form.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
