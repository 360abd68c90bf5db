package dev.shopbell.platform.mail;

/// Where tests outside of this package may knock.
public final class ReachForTests {

    private ReachForTests() {}

    /// At this machine, at any port.
    public static MailReach here() {
        return new MailReach(new MailSettingsForTests("smtp://localhost", true, true));
    }

    /// As it is when the operator allows nothing.
    public static MailReach strict() {
        return new MailReach(new MailSettingsForTests("smtp://localhost", false, false));
    }
}
