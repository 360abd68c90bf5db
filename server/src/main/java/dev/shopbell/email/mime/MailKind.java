package dev.shopbell.email.mime;

/// Who, or what, wrote a mail: what a person wrote is a message, what a program wrote is none, and
/// only what is certainly a person's is ever answered.
public sealed interface MailKind {

    /// The header in which each mail of ours names the installation that sent it.
    String INSTALLATION_HEADER = "X-Shopbell-Installation";

    /// It is one of our own mails, come back.
    record OwnLoop() implements MailKind {}

    /// A mail was not delivered.
    record Bounced(Bounce bounce) implements MailKind {}

    /// A program wrote it.
    record Automatic(Purpose purpose) implements MailKind {}

    /// It came through a list or went to many, as people's mail does, too.
    ///
    /// @param isImpersonal nobody seems to write it to anybody: a newsletter, or an address behind
    ///   which nobody reads. What answers a mail of ours is an answer all the same
    record Doubtful(boolean isImpersonal) implements MailKind {}

    /// As far as can be seen, a person wrote it.
    record Human() implements MailKind {}

    /// What a program says.
    enum Purpose {
        /// That somebody is away and answers later.
        OUT_OF_OFFICE,
        /// That a mail is late, has arrived or was read.
        DELIVERY_REPORT,
        /// Another installation of Shopbell writes: two that answer each other would never end.
        OTHER_INSTALLATION,
        OTHER
    }

    /// Decides by what the mail says of itself.
    ///
    /// @param installation of which we are, as it stands in our own mails
    static MailKind of(ParsedMail mail, String installation) {
        return new KindOfMail(mail).decide(installation);
    }
}
