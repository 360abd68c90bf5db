package dev.shopbell.staff;

import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
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

    public NewCookie carrying(SessionToken token) {
        return cookie(token.value(), (int) Sessions.LIFETIME.toSeconds());
    }

    public NewCookie removed() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private boolean isSecure() {
        return installation.publicUrl().map(PublicUrl::isSecure).orElse(false);
    }
}
