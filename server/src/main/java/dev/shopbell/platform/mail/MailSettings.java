package dev.shopbell.platform.mail;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// `shopbell.mail.*`: `SHOPBELL_SMTP_URL` and `SHOPBELL_MAIL_FROM`, which come together or not at
/// all.
@ConfigMapping(prefix = "shopbell.mail")
interface MailSettings {

    /// Where mail leaves; without it none does.
    Optional<String> smtpUrl();

    /// Whom our mails are from: `Hearthlow <chat@hearthlow.example>`.
    Optional<String> from();
}
