package dev.shopbell.app.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Where a PostgreSQL answers and how to get in.
record DatabaseAddress(String jdbcUrl, String username, String password) {

    private static final String FORM =
            "SHOPBELL_DATABASE_URL has the form postgresql://user:password@host:port/database.";

    /// Takes PostgreSQL's own form of address and that of JDBC, with the credentials in front of
    /// the host or among the parameters. What it refuses it does not repeat: there is a password in
    /// it.
    static DatabaseAddress parse(String url) {
        URI address = uriOf(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
            throw new UsageException(FORM);
        }
        String authority = address.getRawAuthority();
        String path = address.getRawPath();
        if (authority == null || path == null || path.length() < 2) {
            throw new UsageException(FORM);
        }
        int at = authority.lastIndexOf('@');
        Login login = Login.before(at < 0 ? "" : authority.substring(0, at));
        List<String> parameters = new ArrayList<>();
        if (address.getRawQuery() != null) {
            for (String parameter : address.getRawQuery().split("&")) {
                login = login.or(parameter, parameters);
            }
        }
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return new DatabaseAddress(
                "jdbc:postgresql://" + authority.substring(at + 1) + path + query,
                login.username(),
                login.password());
    }

    /// For those who connect by hand; never logged.
    String withCredentials() {
        String rest = jdbcUrl.substring("jdbc:postgresql://".length());
        return "postgresql://" + username + ":" + password + "@" + rest;
    }

    @Override
    public String toString() {
        int query = jdbcUrl.indexOf('?');
        return (query < 0 ? jdbcUrl : jdbcUrl.substring(0, query)).substring("jdbc:".length());
    }

    private static URI uriOf(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            throw new UsageException(FORM); // without the cause, which quotes the password
        }
    }

    private record Login(String username, String password) {

        static Login before(String userInfo) {
            int colon = userInfo.indexOf(':');
            return colon < 0
                    ? new Login(decode(userInfo), "")
                    : new Login(
                            decode(userInfo.substring(0, colon)),
                            decode(userInfo.substring(colon + 1)));
        }

        /// Takes a parameter if it is about the login, else leaves it to the driver.
        Login or(String parameter, List<String> forTheDriver) {
            if (parameter.startsWith("user=")) {
                return new Login(decode(parameter.substring("user=".length())), password);
            }
            if (parameter.startsWith("password=")) {
                return new Login(username, decode(parameter.substring("password=".length())));
            }
            forTheDriver.add(parameter);
            return this;
        }

        /// A plus sign is a plus sign here, and not a blank as in a web form.
        private static String decode(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
