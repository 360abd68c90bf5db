package dev.shopbell.email.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a test of e-mail does, in this order.
enum CheckStep {
    SMTP_NAME,
    SMTP_CONNECT,
    SMTP_SECURE,
    SMTP_LOGIN,
    SMTP_SEND,
    IMAP_NAME,
    IMAP_CONNECT,
    IMAP_SECURE,
    IMAP_LOGIN,
    IMAP_FOLDER,
    FORWARD_NAME,
    RETURNED,
    PLUS_RETURNED,
    SPF,
    DKIM,
    DMARC;

    private static final List<CheckStep> OF_IMAP =
            List.of(IMAP_NAME, IMAP_CONNECT, IMAP_SECURE, IMAP_LOGIN, IMAP_FOLDER);

    private static final List<CheckStep> OF_ARRIVING =
            List.of(FORWARD_NAME, RETURNED, PLUS_RETURNED);

    /// The steps of a store whose mail arrives so.
    static List<CheckStep> of(Arrival arrival) {
        return Stream.of(values())
                .filter(step ->
                        switch (arrival) {
                            case IMAP -> step != FORWARD_NAME;
                            case FORWARDING -> !OF_IMAP.contains(step);
                            case NONE -> !OF_IMAP.contains(step) && !OF_ARRIVING.contains(step);
                        })
                .toList();
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
