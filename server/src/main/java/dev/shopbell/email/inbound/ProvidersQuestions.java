package dev.shopbell.email.inbound;

import dev.shopbell.email.account.ForwardingMail;
import dev.shopbell.email.account.ForwardingMails;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;

/// Providers write to an address before they forward mail to it, and wait until somebody follows a
/// link or types a code. Those mails are no conversations: administrators find them beside the
/// address.
@Singleton
final class ProvidersQuestions {

    private static final int MOST_TEXT = 4_000;

    private final Database database;
    private final ForwardingMails mails;
    private final RateLimits limits;
    private final InstantSource clock;

    ProvidersQuestions(
            Database database, ForwardingMails mails, RateLimits limits, InstantSource clock) {
        this.database = database;
        this.mails = mails;
        this.limits = limits;
        this.clock = clock;
    }

    Became keep(Arrival mail, StoreId store) {
        limits.take(Limit.STORE_NEW_MAILERS, store.value().toString());
        ForwardingMail kept =
                new ForwardingMail(
                        mail.from().value(),
                        MailWords.line(mail.mail().subject(), MailWords.SUBJECT_LENGTH),
                        Objects.requireNonNullElse(
                                MailWords.storable(mail.mail().text(), MOST_TEXT), ""),
                        clock.instant());
        boolean isNew =
                database.inStore(
                        store, tx -> mails.keep(tx, store, mail.fingerprint().hash(), kept));
        return isNew ? Became.TAKEN : Became.KNOWN;
    }
}
