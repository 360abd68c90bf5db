package dev.shopbell.email.outbound;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.email.account.Outgoing;
import dev.shopbell.email.account.OutgoingAccount;
import dev.shopbell.email.outbound.StoreMailSql.Ready;
import dev.shopbell.email.outbound.StoreMailSql.Reply;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.mail.Delivery;
import dev.shopbell.platform.mail.Delivery.Outcome;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands one mail of a store over, as it was fixed, if on [LastLook] it is still right. Of a reply
/// that left, or never will, the thread tells.
@Singleton
final class SendStoreMail implements Job<SendStoreMail.Which> {

    private final Database database;
    private final Stores stores;
    private final Outgoing outgoing;
    private final Delivery delivery;
    private final Conversations conversations;
    private final Handlings handlings;
    private final Provider<LastLook> lastLook; // which may write a mail anew
    private final InstantSource clock;

    SendStoreMail(
            Database database,
            Stores stores,
            Outgoing outgoing,
            Delivery delivery,
            Conversations conversations,
            Handlings handlings,
            Provider<LastLook> lastLook,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.outgoing = outgoing;
        this.delivery = delivery;
        this.conversations = conversations;
        this.handlings = handlings;
        this.lastLook = lastLook;
        this.clock = clock;
    }

    record Which(UUID store, UUID mail) {}

    @Override
    public String name() {
        return "email.send";
    }

    @Override
    public Class<Which> data() {
        return Which.class;
    }

    @Override
    public Duration waitAfter(int failures) {
        return Delivery.waitAfter(Job.super.waitAfter(failures));
    }

    @Override
    public void run(Which which) {
        Store store = stores.get(new StoreId(which.store()));
        OutgoingAccount account = outgoing.of(store).orElse(null);
        database.inStore(
                        store.id(),
                        tx -> lastLook.get().at(tx, store, new MailId(which.mail()), account))
                .ifPresent(ready -> handOver(store.id(), ready, account));
    }

    private void handOver(StoreId store, Ready ready, @Nullable OutgoingAccount account) {
        MailServer server = account == null ? null : account.server();
        switch (delivery.attempt(server, ready.mail(), this)) {
            case Outcome.Taken(MailServer by) -> {
                boolean _ = database.inStore(store, tx -> ended(tx, store, ready, ""));
                delivery.isBack(by);
            }
            case Outcome.Refused(String reason) -> {
                boolean _ = database.inStore(store, tx -> ended(tx, store, ready, reason));
            }
            case Outcome.PutOff(boolean isPerhapsOut, String reason, RuntimeException again) -> {
                boolean isOut = isPerhapsOut || ready.isPerhapsOut();
                int _ =
                        database.inStore(
                                store,
                                tx ->
                                        new StoreMailSql(tx, store)
                                                .putOff(ready.mail().id(), isOut, reason));
                throw again;
            }
        }
    }

    private boolean ended(StoreTransaction tx, StoreId store, Ready ready, String refusal) {
        Reply reply = ready.reply();
        // Before the mail's row, as whoever fixes one does.
        Conversation conversation =
                reply == null ? null : conversations.lock(tx, store, reply.conversation());
        MailId id = ready.mail().id();
        StoreMailSql sql = new StoreMailSql(tx, store);
        boolean isSent = refusal.isEmpty();
        boolean isNews =
                isSent ? sql.sent(id, clock.instant()) : sql.refused(id, refusal, clock.instant());
        if (isNews && reply != null && conversation != null) {
            lastLook.get().next(tx, conversation, reply);
            if (isSent) {
                conversations.saveWatermarks(
                        tx,
                        conversation.with(
                                conversation.watermarks().emailedUpTo(reply.answers().last())));
            } else {
                handlings.tell(
                        tx,
                        conversation,
                        new ThreadEvent.EmailFailed(
                                reply.answers().first(),
                                reply.answers().last(),
                                ready.mail().recipient().value(),
                                refusal));
            }
        }
        return isNews;
    }
}
