package dev.shopbell.webhook;

import dev.shopbell.email.outbound.StoreLetter;
import dev.shopbell.email.outbound.StoreMails;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.platform.mail.LetterTemplates.Button;
import dev.shopbell.platform.mail.LetterTemplates.Sender;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import dev.shopbell.webhook.Webhook.Pause;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Tells a store's administrators that one of its webhooks was paused.
@Singleton
final class WebhookLetters {

    private final StoreMails mails;
    private final Stores stores;
    private final Installation installation;

    WebhookLetters(StoreMails mails, Stores stores, Installation installation) {
        this.mails = mails;
        this.stores = stores;
        this.installation = installation;
    }

    /// Where no mail leaves they find it in the settings alone.
    void tell(StoreTransaction tx, StoreId id, WebhookUrl url, Pause why) {
        Store store = stores.get(id);
        if (!mails.canSend(store) || installation.publicUrl().isEmpty()) {
            return;
        }
        String link =
                installation.publicUrl().map(PublicUrl::origin).orElseThrow()
                        + "/inbox/settings/webhooks";
        String reason =
                why == Pause.GONE
                        ? "The other side answered that there is nobody any more."
                        : "One message was tried for three days and did not arrive.";
        for (EmailAddress keeper : new WebhookSql(tx, id).keepers()) {
            mails.send(
                    tx,
                    store,
                    new StoreLetter(
                            StoreLetter.Kind.NOTIFICATION,
                            LetterTemplates.ACCOUNT.letter(
                                    keeper,
                                    "A webhook of " + store.name() + " is paused",
                                    List.of(
                                            "The webhook at %s hears of nothing any more. %s"
                                                    .formatted(url.uri().getHost(), reason),
                                            "Its log says what was answered. Once the other side works again, turn the webhook on."),
                                    null,
                                    new Button("Open webhooks", link),
                                    "You get this mail because you look after the inbox of "
                                            + store.name()
                                            + ".",
                                    new Sender(store.name(), null)),
                            null,
                            null,
                            null,
                            List.of(),
                            Map.of(),
                            List.of()));
        }
    }
}
