package dev.shopbell.platform.mail;

import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How mail leaves this installation, when no store says otherwise.
@Singleton
public final class InstallationSmtp {

    private final @Nullable MailServer server;
    private final @Nullable InternetAddress from;
    private final boolean plusAddressing;

    InstallationSmtp(MailSettings settings) {
        this.server = settings.smtpUrl().flatMap(MailServer::smtp).orElse(null);
        this.from = settings.from().flatMap(MailConfiguration::sender).orElse(null);
        this.plusAddressing = settings.plusAddressing();
    }

    /// Empty when no mail leaves.
    public Optional<MailServer> server() {
        return Optional.ofNullable(server);
    }

    /// Whom mails are from.
    public Optional<InternetAddress> from() {
        return Optional.ofNullable(from);
    }

    /// Whether what is written to `chat+anything@…` arrives at `chat@…`.
    public boolean plusAddressing() {
        return plusAddressing;
    }
}
