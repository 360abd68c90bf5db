package dev.shopbell.platform.mail;

/// A file that travels with a mail. The name is on one line, whatever it was.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MailFile(String name, String mediaType, byte[] bytes) {

    public MailFile {
        name = OneLine.of(name);
    }

    @Override
    public String toString() {
        return "***";
    }
}
