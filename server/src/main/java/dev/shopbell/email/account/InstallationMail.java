package dev.shopbell.email.account;

import dev.shopbell.platform.mail.InstallationSmtp;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailSettings;
import dev.shopbell.platform.text.EmailAddress;
import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What whoever runs this installation gave to all of its stores.
@Singleton
final class InstallationMail {

    private final @Nullable AccountSettings settings;
    private final List<Mailbox> mailboxes;
    private final boolean hasDoor;

    InstallationMail(MailSettings configured, InstallationSmtp smtp) {
        MailServer.Folder folder = configured.imapUrl().flatMap(MailServer::imap).orElse(null);
        this.hasDoor = configured.smtpDoor().isPresent();
        this.mailboxes =
                folder == null
                        ? List.of()
                        : List.of(new Mailbox(null, folder.server(), folder.name()));
        this.settings =
                smtp.server()
                        .flatMap(server ->
                                smtp.from()
                                        .map(from ->
                                                settings(
                                                        from,
                                                        server,
                                                        smtp.plusAddressing(),
                                                        folder,
                                                        hasDoor)))
                        .orElse(null);
    }

    /// Empty when it sends no mail.
    Optional<AccountSettings> settings() {
        return Optional.ofNullable(settings);
    }

    List<Mailbox> mailboxes() {
        return mailboxes;
    }

    boolean isAt(EmailAddress address) {
        return settings != null && settings.fromAddress().equals(address);
    }

    /// Whether mail comes in.
    boolean reads() {
        return !mailboxes.isEmpty() || hasDoor;
    }

    SettingsView.InstallationView view() {
        return new SettingsView.InstallationView(
                settings == null ? null : settings.fromAddress().value(), reads());
    }

    private static AccountSettings settings(
            InternetAddress from,
            MailServer smtp,
            boolean plusAddressing,
            MailServer.@Nullable Folder folder,
            boolean hasDoor) {
        Arrival unread = hasDoor ? Arrival.FORWARDING : Arrival.NONE;
        String name = from.getPersonal() == null ? from.getAddress() : from.getPersonal();
        return new AccountSettings(
                name,
                new EmailAddress(from.getAddress().toLowerCase(Locale.ROOT)),
                plusAddressing,
                smtp,
                folder == null ? unread : Arrival.IMAP,
                folder);
    }
}
