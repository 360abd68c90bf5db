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
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// Hands one mail of a store over, as it was fixed. A reply that was seen in the chat window before
/// it left stays here, as does a notification of what its person has opened or may not know any
/// more; of a reply that left, or never will, the thread tells.
@Singleton
final class SendStoreMail implements Job<SendStoreMail.Which> {

    private final Database database;
    private final Stores stores;
    private final Outgoing outgoing;
    private final Delivery delivery;
    private final Conversations conversations;
    private final Handlings handlings;
    private final ToldStaff told;
    private final InstantSource clock;

    SendStoreMail(
            Database database,
            Stores stores,
            Outgoing outgoing,
            Delivery delivery,
            Conversations conversations,
            Handlings handlings,
            ToldStaff told,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.outgoing = outgoing;
        this.delivery = delivery;
        this.conversations = conversations;
        this.handlings = handlings;
        this.told = told;
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
    public void run(Which which) {
        StoreId store = new StoreId(which.store());
        MailId id = new MailId(which.mail());
        database.inStore(store, tx -> readyOrWithdrawn(tx, store, id))
                .ifPresent(ready -> handOver(store, ready));
    }

    private Optional<Ready> readyOrWithdrawn(StoreTransaction tx, StoreId store, MailId id) {
        StoreMailSql sql = new StoreMailSql(tx, store);
        Optional<Ready> ready = sql.ready(id);
        if (ready.isPresent() && isNoNews(tx, store, ready.get())) {
            boolean _ = sql.withdrawn(id, clock.instant());
            return Optional.empty();
        }
        return ready;
    }

    private boolean isNoNews(StoreTransaction tx, StoreId store, Ready ready) {
        StoreMailSql.Notification news = ready.notification();
        return ready.seen()
                || (news != null
                        && !told.isStillTold(tx, store, news.conversation(), news.staff()));
    }

    private void handOver(StoreId store, Ready ready) {
        Delivery.Waiting mail = ready.mail();
        Optional<String> refusal =
                delivery.attempt(
                        outgoing.of(stores.get(store)).map(OutgoingAccount::server).orElse(null),
                        mail);
        boolean _ = database.inStore(store, tx -> ended(tx, store, ready, refusal.orElse("")));
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
