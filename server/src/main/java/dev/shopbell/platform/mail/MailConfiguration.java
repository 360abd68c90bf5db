package dev.shopbell.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks what an operator wrote about mail, before the server starts.
public final class MailConfiguration {

    private MailConfiguration() {}

    /// What is wrong, as one sentence for the person who wrote it; empty when nothing is.
    public static Optional<String> complaint(@Nullable String smtpUrl, @Nullable String from) {
        if (smtpUrl == null && from == null) {
            return Optional.empty();
        }
        if (smtpUrl == null || MailServer.smtp(smtpUrl).isEmpty()) {
            return Optional.of("SHOPBELL_SMTP_URL has the form " + MailServer.SMTP_FORM + ".");
        }
        if (from == null || sender(from).isEmpty()) {
            return Optional.of(
                    "SHOPBELL_MAIL_FROM says whom mails are from: Your store <chat@example.com>.");
        }
        return Optional.empty();
    }

    /// What is wrong with where mail comes in.
    public static Optional<String> complaint(@Nullable String imapUrl) {
        return imapUrl == null || MailServer.imap(imapUrl).isPresent()
                ? Optional.empty()
                : Optional.of("SHOPBELL_IMAP_URL has the form " + MailServer.IMAP_FORM + ".");
    }

    /// Empty when it is no single address with a domain.
    static Optional<InternetAddress> sender(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            return address.getAddress().indexOf('@') > 0 ? Optional.of(address) : Optional.empty();
        } catch (AddressException _) {
            return Optional.empty();
        }
    }
}
