package dev.shopbell.email.inbound;

import dev.shopbell.email.inbound.AnsweredSql.Sent;
import dev.shopbell.email.logo.StoreLogos;
import dev.shopbell.email.mime.QuotedReply;
import dev.shopbell.email.outbound.StoreLetter;
import dev.shopbell.email.outbound.StoreMails;
import dev.shopbell.message.MessageText;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.platform.mail.InlinePicture;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells staff who answer what told them of a message that nobody got their words, gives the words
/// back and says where to write instead. A few times an hour at most, so that a program that does
/// not say it is one cannot have us write to it without end: what comes beyond that waits.
@Singleton
final class Explanations {

    private static final int MOST_IN_AN_HOUR = 6;
    private static final int MOST_IN_A_DAY = 24;

    private final Database database;
    private final Stores stores;
    private final StoreMails mails;
    private final StoreLogos logos;
    private final Installation installation;
    private final InstantSource clock;

    Explanations(
            Database database,
            Stores stores,
            StoreMails mails,
            StoreLogos logos,
            Installation installation,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.mails = mails;
        this.logos = logos;
        this.installation = installation;
        this.clock = clock;
    }

    Became explain(Arrival mail, Sent answered) {
        Store store = stores.get(answered.store());
        return mails.canSend(store)
                ? database.inStore(store.id(), tx -> explain(tx, store, mail, answered))
                : Became.COME_AGAIN;
    }

    private Became explain(StoreTransaction tx, Store store, Arrival mail, Sent answered) {
        StoreId id = store.id();
        InboundSql sql = new InboundSql(tx, id);
        sql.lock(answered.recipient());
        if (sql.isTaken(mail.fingerprint(), answered.conversation())) {
            return Became.KNOWN;
        }
        if (isTooMuch(new ReturnedSql(tx, id), answered)) {
            return Became.COME_AGAIN;
        }
        sql.insert(
                new InboundSql.Row(
                        mail.fingerprint(),
                        "explained",
                        mail.from(),
                        answered.conversation(),
                        null,
                        true,
                        null,
                        null,
                        clock.instant()));
        var _ =
                mails.send(
                        tx,
                        store,
                        new StoreLetter(
                                StoreLetter.Kind.EXPLANATION,
                                letter(store, logos.of(tx, id).orElse(null), mail, answered),
                                answered.conversation(),
                                answered.staff(),
                                null,
                                mail.answered().stream().limit(1).toList(),
                                Map.of("Auto-Submitted", "auto-replied"),
                                List.of()));
        return Became.TAKEN;
    }

    private boolean isTooMuch(ReturnedSql sql, Sent answered) {
        Instant now = clock.instant();
        return sql.explanationsSince(answered.recipient(), now.minus(Duration.ofHours(1)))
                        >= MOST_IN_AN_HOUR
                || sql.explanationsSince(answered.recipient(), now.minus(Duration.ofDays(1)))
                        >= MOST_IN_A_DAY;
    }

    /// The words are given back to whoever wrote them; somebody else's are mailed to nobody.
    private Letter letter(Store store, @Nullable InlinePicture logo, Arrival mail, Sent answered) {
        String origin = installation.publicUrl().map(PublicUrl::origin).orElse("");
        String link =
                answered.conversation() == null
                        ? origin + "/inbox/messages"
                        : origin + "/inbox/messages/" + answered.conversation().value();
        MessageText words =
                answered.wentTo(mail.from())
                        ? MailWords.text(QuotedReply.of(mail.mail()).visible())
                        : null;
        return LetterTemplates.ACCOUNT.letter(
                answered.recipient(),
                "Your e-mail did not reach the customer",
                List.of(
                        "You answered a notification of %s by e-mail, from %s."
                                .formatted(store.name(), mail.from().value()),
                        "Customers are answered in the inbox: nobody got what you wrote. Please"
                                + " write it there."),
                words == null ? null : new LetterTemplates.Quotation("You wrote:", words.value()),
                new LetterTemplates.Button("Open the conversation", link),
                "Whoever answers a notification by e-mail is told this.",
                new LetterTemplates.Sender(store.name(), logo));
    }
}
