package dev.shopbell.platform.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// `shopbell.mail.*`: `SHOPBELL_SMTP_URL` and `SHOPBELL_MAIL_FROM`, which come together or not at
/// all, `SHOPBELL_IMAP_URL`, `SHOPBELL_MAIL_PLUS_ADDRESSING`, the door for mail with its name, and
/// where the mail servers that stores choose may be.
@ConfigMapping(prefix = "shopbell.mail")
public interface MailSettings {

    /// Where mail leaves; without it none does.
    Optional<String> smtpUrl();

    /// Whom our mails are from: `Hearthlow <chat@hearthlow.example>`.
    Optional<String> from();

    /// Where mail comes in that belongs to whichever store it is an answer to.
    Optional<String> imapUrl();

    /// Where other mail servers hand mail over: `127.0.0.1:2525`; without it nowhere.
    Optional<String> smtpDoor();

    /// The name by which other mail servers find that door, for the addresses that stores' mail is
    /// forwarded to: `mail.example.com`; without it the host of the public URL.
    Optional<String> host();

    /// Whether a store's mail servers may be on this machine or a private network.
    @WithDefault("false")
    boolean privateAddresses();

    /// Whether they may listen at ports that are not those of mail.
    @WithDefault("false")
    boolean anyPort();

    /// Whether the mailbox behind that address also takes what is written to `chat+anything@…`.
    @WithDefault("false")
    boolean plusAddressing();

    /// Who is asked about SPF and DMARC: `dns://192.0.2.53`, several with blanks between; `dns:` is
    /// whomever this machine asks.
    @WithDefault("dns:")
    String nameServers();

    /// How long a mail server may take over one answer.
    @WithDefault("60S")
    Duration answersWithin();

    /// How long it may take over one mail, however steadily it answers.
    @WithDefault("5M")
    Duration takesWithin();

    /// How long a test waits for its mail to come back.
    @WithDefault("60S")
    Duration testWaits();
}
