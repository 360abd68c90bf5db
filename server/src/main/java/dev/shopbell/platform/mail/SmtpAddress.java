package dev.shopbell.platform.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a mail server takes our mail, and how to get in.
///
/// @param username null when the server asks for none
record SmtpAddress(
        String host, int port, Tls tls, @Nullable String username, @Nullable String password) {

    static final String FORM =
            "smtp://user:password@host:587, or smtps://user:password@host:465;"
                    + " a blank or special character in it is written %20";

    private static final int SUBMISSION = 587; // RFC 6409
    private static final int SUBMISSIONS = 465; // RFC 8314

    enum Tls {
        /// From the first byte.
        IMPLICIT,
        /// By STARTTLS, or not at all.
        STARTTLS,
        /// Only to this machine itself.
        NONE
    }

    /// Empty when it does not have the [#FORM]. What is refused is not repeated: there is a
    /// password in it.
    static Optional<SmtpAddress> parse(String url) {
        try {
            return of(new URI(url.strip()));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<SmtpAddress> of(URI url) {
        boolean implicit = "smtps".equals(url.getScheme());
        String path = url.getRawPath();
        boolean fits =
                (implicit || "smtp".equals(url.getScheme()))
                        && url.getHost() != null
                        && (path == null || path.isEmpty() || path.equals("/"))
                        && url.getRawQuery() == null;
        if (!fits) {
            return Optional.empty();
        }
        String host = url.getHost();
        Tls tls = implicit ? Tls.IMPLICIT : isHere(host) ? Tls.NONE : Tls.STARTTLS;
        int port = url.getPort() > 0 ? url.getPort() : implicit ? SUBMISSIONS : SUBMISSION;
        String login = url.getRawUserInfo();
        if (login == null) {
            return Optional.of(new SmtpAddress(host, port, tls, null, null));
        }
        int colon = login.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(
                        new SmtpAddress(
                                host,
                                port,
                                tls,
                                decoded(login.substring(0, colon)),
                                decoded(login.substring(colon + 1))));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    /// A plus sign is a plus sign here, and not a blank as in a web form.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
