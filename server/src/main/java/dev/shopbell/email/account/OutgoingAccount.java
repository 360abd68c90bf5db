package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import jakarta.mail.internet.InternetAddress;

/// How a store's mail leaves.
///
/// @param from whom it is from, by name
/// @param plusAddressing whether what is written to `chat+anything@…` arrives at `chat@…`
public record OutgoingAccount(MailServer server, InternetAddress from, boolean plusAddressing) {

    @Override
    public String toString() {
        return "***";
    }
}
