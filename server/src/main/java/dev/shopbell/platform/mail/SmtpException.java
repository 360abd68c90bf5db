package dev.shopbell.platform.mail;

/// A mail was not taken. The cause stays where it was caught: mail servers repeat addresses.
final class SmtpException extends Exception {

    static final String UNREACHABLE = "unreachable";

    private final boolean isForGood;

    /// @param status the server's, `550`; or a word: `unreachable`, `not_configured`
    /// @param isForGood whether asking again would be answered the same
    SmtpException(String status, boolean isForGood) {
        super(status, null, false, false);
        this.isForGood = isForGood;
    }

    String status() {
        return String.valueOf(getMessage());
    }

    boolean isForGood() {
        return isForGood;
    }
}
