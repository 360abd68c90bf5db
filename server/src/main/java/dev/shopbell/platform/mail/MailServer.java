package dev.shopbell.platform.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A mail server that takes our mail, or one that keeps ours, and how to get in.
///
/// @param login null when the server asks for none
/// @param ofTheOperator whether whoever runs this installation chose it. What a store chose is kept
///   away from addresses that are none of its business, see [MailReach]
public record MailServer(
        String host, int port, Security security, @Nullable Login login, boolean ofTheOperator) {

    static final String SMTP_FORM =
            "smtp://user:password@host:587, or smtps://user:password@host:465;"
                    + " a blank or special character in it is written %20";
    static final String IMAP_FORM =
            "imaps://user:password@host:993/INBOX, or imap://user:password@host:143/INBOX;"
                    + " a blank or special character in it is written %20";

    private static final int SUBMISSION = 587; // RFC 6409
    private static final int SUBMISSIONS = 465; // RFC 8314
    private static final int IMAP = 143; // RFC 9051
    private static final int IMAPS = 993; // RFC 8314

    /// How what is said is kept from listeners.
    public enum Security {
        /// From the first byte.
        TLS,
        /// By STARTTLS, or not at all.
        STARTTLS,
        /// Not.
        NONE
    }

    /// Who we are to the server.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// A folder of a server that keeps mail.
    public record Folder(MailServer server, String name) {}

    /// Where mail leaves, as an operator writes it; empty when it does not have that form. What is
    /// refused is not repeated: there is a password in it.
    public static Optional<MailServer> smtp(String url) {
        return ServerUrl.parse(url, "smtp", SUBMISSION, SUBMISSIONS)
                .filter(parsed -> parsed.path().isEmpty())
                .map(ServerUrl::server);
    }

    /// Where mail comes in, as an operator writes it; without a folder, the inbox.
    public static Optional<Folder> imap(String url) {
        return ServerUrl.parse(url, "imap", IMAP, IMAPS)
                .map(parsed ->
                        new Folder(
                                parsed.server(),
                                parsed.path().isEmpty() ? "INBOX" : parsed.path()));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
