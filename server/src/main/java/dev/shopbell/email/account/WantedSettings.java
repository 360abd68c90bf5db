package dev.shopbell.email.account;

import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.mail.MailReach;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import org.jspecify.annotations.Nullable;

/// E-mail settings as somebody typed them.
record WantedSettings(
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable Boolean plusAddressing,
        @Nullable WantedServer smtp,
        @Nullable Arrival arrival,
        @Nullable WantedServer imap,
        @Nullable String folder) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_FOLDER = 200;

    /// @param kept what this replaces
    AccountSettings checked(MailReach reach, @Nullable AccountSettings kept) {
        Arrival by = Body.required(arrival, "arrival");
        return new AccountSettings(
                name(),
                address(),
                Body.required(plusAddressing, "plusAddressing"),
                Body.required(smtp, "smtp")
                        .checked("smtp", reach, kept == null ? null : kept.smtp()),
                by,
                by == Arrival.IMAP ? folder(reach, kept) : null);
    }

    private String name() {
        String name = PlainText.name(Body.required(fromName, "fromName"));
        if (!PlainText.isName(name) || PlainText.length(name) > LONGEST_NAME) {
            throw new RefusedException(EmailRefusal.SENDER_NAME_INVALID, "fromName");
        }
        return name;
    }

    private EmailAddress address() {
        return EmailAddress.parse(Body.required(fromAddress, "fromAddress"))
                .filter(address -> address.value().indexOf('+') < 0)
                .orElseThrow(() ->
                        new RefusedException(EmailRefusal.SENDER_ADDRESS_INVALID, "fromAddress"));
    }

    private MailServer.Folder folder(MailReach reach, @Nullable AccountSettings kept) {
        String name = PlainText.stripped(Body.required(folder, "folder"));
        boolean fits =
                PlainText.isName(name)
                        && PlainText.length(name) <= LONGEST_FOLDER
                        && name.indexOf('*') < 0
                        && name.indexOf('%') < 0;
        if (!fits) {
            throw new RefusedException(EmailRefusal.FOLDER_INVALID, "folder");
        }
        MailServer before = kept == null || kept.folder() == null ? null : kept.folder().server();
        return new MailServer.Folder(
                Body.required(imap, "imap").checked("imap", reach, before), name);
    }

    @Override
    public String toString() {
        return "***";
    }
}
