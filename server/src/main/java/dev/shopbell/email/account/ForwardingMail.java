package dev.shopbell.email.account;

import java.time.Instant;

/// What a program wrote to a store's forwarding address itself: a provider that wants to know
/// whether mail may be forwarded there.
public record ForwardingMail(String from, String subject, String text, Instant receivedAt) {

    @Override
    public String toString() {
        return "***"; // there may be a code in it
    }
}
