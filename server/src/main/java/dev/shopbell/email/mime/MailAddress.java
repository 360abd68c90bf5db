package dev.shopbell.email.mime;

/// A mailbox as a header names it. The address is as it was written, and may be none at all.
public record MailAddress(String name, String address) {

    @Override
    public String toString() {
        return "***"; // addresses do not belong in logs
    }
}
