package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import jakarta.mail.internet.InternetAddress;

/// How a store's mail leaves.
///
/// @param from whom it is from, by name
/// @param plusAddressing whether what is written to `chat+anything@…` arrives at `chat@…`
/// @param hearsAnswers whether what is written to that address comes into the inbox
public record OutgoingAccount(
        MailServer server, InternetAddress from, boolean plusAddressing, boolean hearsAnswers) {

    /// Whom a mail is from and where its answers go: one that was written for something else would
    /// be wrong to send by this account.
    public String identity() {
        return from.getAddress()
                + (hearsAnswers ? " hears" : "")
                + (hearsAnswers && plusAddressing ? " plus" : "");
    }

    @Override
    public String toString() {
        return "***";
    }
}
