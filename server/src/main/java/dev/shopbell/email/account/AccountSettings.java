package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/// How a store's mail leaves and comes in.
///
/// @param plusAddressing whether mail to `chat+anything@` comes to `chat@`
/// @param folder where mail is read; null unless it is by IMAP
record AccountSettings(
        String fromName,
        EmailAddress fromAddress,
        boolean plusAddressing,
        MailServer smtp,
        Arrival arrival,
        MailServer.@Nullable Folder folder) {

    /// A mail to this address comes to the same mailbox, where that works.
    String plusAddress(String tag) {
        String address = fromAddress.value();
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + tag + address.substring(at);
    }

    String domain() {
        String address = fromAddress.value();
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
