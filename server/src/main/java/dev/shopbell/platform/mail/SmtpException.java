package dev.shopbell.platform.mail;

/// A mail was not taken. The cause stays where it was caught: mail servers repeat addresses.
final class SmtpException extends Exception {

    static final String UNREACHABLE = "unreachable";

    private final boolean isForGood;
    private final boolean isPerhapsOut;
    private final boolean concernsTheServer;

    /// @param status the server's, `550`; or a word: `unreachable`, `not_configured`
    /// @param isForGood whether asking again would be answered the same
    /// @param concernsTheServer whether it would not take other mails either
    SmtpException(String status, boolean isForGood, boolean concernsTheServer) {
        this(status, isForGood, false, concernsTheServer);
    }

    private SmtpException(
            String status, boolean isForGood, boolean isPerhapsOut, boolean concernsTheServer) {
        super(status, null, false, false);
        this.isForGood = isForGood;
        this.isPerhapsOut = isPerhapsOut;
        this.concernsTheServer = concernsTheServer;
    }

    /// @param isPerhapsOut whether the server may have the mail, and could not say so any more
    static SmtpException unreachable(boolean isPerhapsOut) {
        return new SmtpException(UNREACHABLE, false, isPerhapsOut, true);
    }

    String status() {
        return String.valueOf(getMessage());
    }

    boolean isForGood() {
        return isForGood;
    }

    boolean isPerhapsOut() {
        return isPerhapsOut;
    }

    boolean concernsTheServer() {
        return concernsTheServer;
    }
}
