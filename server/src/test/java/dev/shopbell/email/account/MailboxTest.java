package dev.shopbell.email.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.store.StoreId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// By its name a mailbox is known again, and what was read of it.
class MailboxTest {

    @Test
    void theNameStaysWhenThePasswordIsChanged() {
        Mailbox before = mailbox("imaps://chat:one@mail.example/INBOX");
        Mailbox after = mailbox("imaps://chat:two@mail.example/INBOX");

        assertThat(after).isNotEqualTo(before);
        assertThat(after.name()).isEqualTo(before.name());
    }

    @Test
    void anotherFolderAccountServerOrStoreIsAnotherMailbox() {
        Mailbox one = mailbox("imaps://chat:one@mail.example/INBOX");
        StoreId store = new StoreId(new UUID(1, 2));

        assertThat(one.name())
                .isNotEqualTo(mailbox("imaps://chat:one@mail.example/Shop").name())
                .isNotEqualTo(mailbox("imaps://shop:one@mail.example/INBOX").name())
                .isNotEqualTo(mailbox("imaps://chat:one@other.example/INBOX").name())
                .isNotEqualTo(new Mailbox(store, one.server(), one.folder()).name());
    }

    private static Mailbox mailbox(String url) {
        MailServer.Folder folder = MailServer.imap(url).orElseThrow();
        return new Mailbox(null, folder.server(), folder.name());
    }
}
