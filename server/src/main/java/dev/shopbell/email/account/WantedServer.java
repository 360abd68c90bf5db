package dev.shopbell.email.account;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.mail.MailReach;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailServer.Login;
import dev.shopbell.platform.mail.MailServer.Security;
import dev.shopbell.platform.text.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A mail server as somebody typed it.
///
/// @param user null or empty: it lets everybody in
/// @param password null: the one that is kept
record WantedServer(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Encryption security,
        @Nullable String user,
        @Nullable String password) {

    private static final int LONGEST_NAME = 253; // RFC 1035
    private static final int LONGEST_WORD = 1000;

    private static final Pattern HOST =
            Pattern.compile(
                    "(?i)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?)*"
                            + "|[0-9a-f:.]*:[0-9a-f:.]*");

    /// What the wire calls them.
    enum Encryption {
        TLS,
        STARTTLS,
        NONE;

        @com.fasterxml.jackson.annotation.JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param kept what this replaces
    MailServer checked(String field, MailReach reach, @Nullable MailServer kept) {
        String name = PlainText.stripped(Body.required(host, field + ".host"));
        if (name.length() > LONGEST_NAME || !HOST.matcher(name).matches()) {
            throw new RefusedException(EmailRefusal.HOST_INVALID, field + ".host");
        }
        int number = Body.required(port, field + ".port");
        if (number < 1 || number > 65_535 || !reach.allowsPort(number)) {
            throw new RefusedException(EmailRefusal.PORT_NOT_ALLOWED, field + ".port");
        }
        Security secured = Security.valueOf(Body.required(security, field + ".security").name());
        MailServer server =
                new MailServer(name.toLowerCase(Locale.ROOT), number, secured, null, false);
        return user == null || user.isBlank() ? server : withLogin(server, field, kept);
    }

    private MailServer withLogin(MailServer server, String field, @Nullable MailServer kept) {
        String who =
                word(PlainText.stripped(Body.required(user, field + ".user")), field + ".user");
        String secret =
                password == null
                        ? keptPassword(server, who, field, kept)
                        : word(password, field + ".password");
        return new MailServer(
                server.host(), server.port(), server.security(), new Login(who, secret), false);
    }

    /// A password that was typed for one server is said to no other, nor less safely.
    private static String keptPassword(
            MailServer server, String user, String field, @Nullable MailServer kept) {
        Login login = kept == null ? null : kept.login();
        if (kept == null || login == null || !login.user().equals(user) || !isAt(kept, server)) {
            throw new RefusedException(EmailRefusal.PASSWORD_NEEDED, field + ".password");
        }
        return login.password();
    }

    private static boolean isAt(MailServer kept, MailServer server) {
        return kept.host().equals(server.host())
                && kept.port() == server.port()
                && kept.security() == server.security();
    }

    private static String word(String text, String field) {
        boolean fits =
                !text.isEmpty()
                        && text.length() <= LONGEST_WORD
                        && PlainText.isStorable(text)
                        && text.codePoints().noneMatch(Character::isISOControl);
        if (!fits) {
            throw new RefusedException(EmailRefusal.USER_INVALID, field);
        }
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
