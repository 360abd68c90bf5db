package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailSettings;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The mailbox that whoever runs this installation gave to all of its stores.
@Singleton
final class InstallationMail implements Incoming {

    private final List<Mailbox> mailboxes;

    InstallationMail(MailSettings settings) {
        this.mailboxes =
                settings.imapUrl().flatMap(MailServer::imap).stream()
                        .map(folder -> new Mailbox(null, folder.server(), folder.name()))
                        .toList();
    }

    @Override
    public List<Mailbox> mailboxes() {
        return mailboxes;
    }

    @Override
    public Optional<StoreId> storeOf(EmailAddress address) {
        return Optional.empty();
    }
}
