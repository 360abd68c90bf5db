package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the page of e-mail settings shows. Passwords are not in it.
///
/// @param saved what was saved last; null while the store has none of its own
/// @param used by what mail goes now: `installation`, `saved`, `earlier` or `nothing`
/// @param earlier what is used instead of `saved`, or worked before it
/// @param forwardTo where a provider is to send mail on to; null when there is no door for it
/// @param forwardingMails what providers asked there, the newest first
record SettingsView(
        @Nullable Saved saved,
        String used,
        @Nullable Earlier earlier,
        InstallationView installation,
        @Nullable String forwardTo,
        List<ForwardingMail> forwardingMails) {

    SettingsView {
        forwardingMails = List.copyOf(forwardingMails);
    }

    record Saved(
            int version,
            String fromName,
            String fromAddress,
            boolean plusAddressing,
            Server smtp,
            Arrival arrival,
            @Nullable Server imap,
            @Nullable String folder,
            Instant savedAt,
            @Nullable Instant workedAt) {

        static Saved of(SavedAccount account) {
            AccountSettings settings = account.settings();
            MailServer.Folder folder = settings.folder();
            return new Saved(
                    account.version(),
                    settings.fromName(),
                    settings.fromAddress().value(),
                    settings.plusAddressing(),
                    Server.of(settings.smtp()),
                    settings.arrival(),
                    folder == null ? null : Server.of(folder.server()),
                    folder == null ? null : folder.name(),
                    account.savedAt(),
                    account.workedAt());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record Server(
            String host, int port, String security, @Nullable String user, boolean hasPassword) {

        static Server of(MailServer server) {
            MailServer.Login login = server.login();
            return new Server(
                    server.host(),
                    server.port(),
                    server.security().name().toLowerCase(Locale.ROOT),
                    login == null ? null : login.user(),
                    login != null);
        }
    }

    record Earlier(int version, String fromAddress, String smtpHost, @Nullable Instant workedAt) {

        static Earlier of(SavedAccount account) {
            return new Earlier(
                    account.version(),
                    account.settings().fromAddress().value(),
                    account.settings().smtp().host(),
                    account.workedAt());
        }
    }

    /// @param from whom the installation's mails are from; null when it sends none
    record InstallationView(@Nullable String from, boolean reads) {}

    @Override
    public String toString() {
        return "***";
    }
}
