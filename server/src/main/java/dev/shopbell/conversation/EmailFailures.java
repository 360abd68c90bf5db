package dev.shopbell.conversation;

import java.util.Map;

/// Why a mail of ours did not leave, in words.
public final class EmailFailures {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry(
                            "550", "the address does not exist, or takes no mail from this store"),
                    Map.entry("551", "the address has moved"),
                    Map.entry("552", "the mailbox is full, or the files are too large"),
                    Map.entry("553", "the address does not exist"),
                    Map.entry("554", "the other side does not take it"),
                    Map.entry("address", "the address cannot be written to"),
                    Map.entry("blocked", "the sender is blocked"),
                    Map.entry("not_configured", "the store had no mail server for three days"),
                    Map.entry("unreachable", "no mail server took it for three days"),
                    Map.entry(
                            "quota",
                            "the mail server took no more of the store's mails for three days"),
                    Map.entry(
                            "sender",
                            "the mail server took none of the store's mails for three days"),
                    Map.entry(
                            "account_changed",
                            "the mail server it went to is not used any more, and never said whether it has it"));

    private EmailFailures() {}

    /// Of the reason of a [ThreadEvent.EmailFailed]; what a mail server said itself stays as it is.
    public static String inWords(String reason) {
        return reason.isEmpty() ? "nobody knows why" : WORDS.getOrDefault(reason, reason);
    }
}
