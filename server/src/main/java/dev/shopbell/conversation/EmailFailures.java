package dev.shopbell.conversation;

import java.util.Map;

/// Why a mail of ours did not leave, in words.
public final class EmailFailures {

    private static final Map<String, String> WORDS =
            Map.of(
                    "550", "the address does not exist, or takes no mail from this store",
                    "551", "the address has moved",
                    "552", "the mailbox is full, or the files are too large",
                    "553", "the address does not exist",
                    "554", "the other side does not take it",
                    "address", "the address cannot be written to",
                    "blocked", "the sender is blocked",
                    "unreachable", "no mail server took it for three days");

    private EmailFailures() {}

    /// Of the reason of a [ThreadEvent.EmailFailed]; what a mail server said itself stays as it is.
    public static String inWords(String reason) {
        return reason.isEmpty() ? "nobody knows why" : WORDS.getOrDefault(reason, reason);
    }
}
