package dev.shopbell.staff;

import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import io.vertx.core.http.CookieSameSite;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import java.util.Map;
import java.util.Optional;

/// The cookie that carries a session token. Under https its name has the `__Host-` prefix, which
/// browsers only accept with Secure, Path=/ and no Domain (RFC 6265bis, 4.1.3).
@Singleton
public final class SessionCookie {

    private static final String NAME = "shopbell_session";
    private static final String SECURE_NAME = "__Host-shopbell_session";

    private final Installation installation;

    SessionCookie(Installation installation) {
        this.installation = installation;
    }

    public String name() {
        return isSecure() ? SECURE_NAME : NAME;
    }

    public Optional<SessionToken> read(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(name()))
                .map(Cookie::getValue)
                .flatMap(SessionToken::parse);
    }

    /// The value of `Set-Cookie` that signs in.
    public String carrying(SessionToken token) {
        return cookie(token.value(), (int) Sessions.LIFETIME.toSeconds());
    }

    /// The value of `Set-Cookie` that signs out.
    public String removed() {
        return cookie("", 0);
    }

    /// Not by JAX-RS, whose cookies carry the `Version` of RFC 2109, which browsers have forgotten.
    private String cookie(String value, int seconds) {
        return io.vertx.core.http.Cookie.cookie(name(), value)
                .setPath("/")
                .setMaxAge(seconds)
                .setHttpOnly(true)
                .setSecure(isSecure())
                .setSameSite(CookieSameSite.LAX)
                .encode();
    }

    private boolean isSecure() {
        return installation.publicUrl().map(PublicUrl::isSecure).orElse(false);
    }
}
