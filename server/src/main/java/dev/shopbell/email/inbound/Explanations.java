package dev.shopbell.email.inbound;

import dev.shopbell.email.inbound.AnsweredSql.Sent;
import dev.shopbell.email.logo.StoreLogos;
import dev.shopbell.email.outbound.StoreLetter;
import dev.shopbell.email.outbound.StoreMails;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells staff who answer what told them of a message that nobody got their words, and where to
/// write instead: once a day at most, so that no two programs ever talk to each other this way.
@Singleton
final class Explanations {

    private static final Duration ONCE_IN = Duration.ofDays(1);

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
                : Became.LEFT;
    }

    private Became explain(StoreTransaction tx, Store store, Arrival mail, Sent answered) {
        StoreId id = store.id();
        InboundSql sql = new InboundSql(tx, id);
        sql.lock(answered.recipient());
        if (sql.isTaken(mail.fingerprint(), answered.conversation())) {
            return Became.KNOWN;
        }
        if (new ReturnedSql(tx, id)
                .wasExplainedSince(answered.recipient(), clock.instant().minus(ONCE_IN))) {
            return Became.LEFT;
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
                                letter(store, logos.of(tx, id).orElse(null), answered),
                                answered.conversation(),
                                answered.staff(),
                                null,
                                mail.answered().stream().limit(1).toList(),
                                Map.of("Auto-Submitted", "auto-replied"),
                                List.of()));
        return Became.TAKEN;
    }

    private Letter letter(Store store, @Nullable InlinePicture logo, Sent answered) {
        String origin = installation.publicUrl().map(PublicUrl::origin).orElse("");
        String link =
                answered.conversation() == null
                        ? origin + "/inbox/messages"
                        : origin + "/inbox/messages/" + answered.conversation().value();
        return LetterTemplates.ACCOUNT.letter(
                answered.recipient(),
                "Your e-mail did not reach the customer",
                List.of(
                        "You answered a notification of %s by e-mail.".formatted(store.name()),
                        "Customers are answered in the inbox: nobody got what you wrote. Please"
                                + " write it there."),
                new LetterTemplates.Button("Open the conversation", link),
                "You are told this once a day at most.",
                new LetterTemplates.Sender(store.name(), logo));
    }
}
