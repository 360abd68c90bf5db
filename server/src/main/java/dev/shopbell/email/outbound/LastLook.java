package dev.shopbell.email.outbound;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.StaffToTell;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.email.account.OutgoingAccount;
import dev.shopbell.email.outbound.StoreMailSql.Notification;
import dev.shopbell.email.outbound.StoreMailSql.Ready;
import dev.shopbell.email.outbound.StoreMailSql.Reply;
import dev.shopbell.email.outbound.StoreMailSql.Seen;
import dev.shopbell.message.Aftermath;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.SlidingSql;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks of a mail that waited whether it is still the right one. What was seen or opened meanwhile
/// stays here. What is partly out of date, or from an address that the store does not use any more,
/// is written anew, so long as it is certain that nobody has it; of what may be out staff are told.
@Singleton
final class LastLook {

    private final Conversations conversations;
    private final Handlings handlings;
    private final StoreMails mails;
    private final ToldStaff told;
    private final InstantSource clock;

    LastLook(
            Conversations conversations,
            Handlings handlings,
            StoreMails mails,
            ToldStaff told,
            InstantSource clock) {
        this.conversations = conversations;
        this.handlings = handlings;
        this.mails = mails;
        this.told = told;
        this.clock = clock;
    }

    /// The mail as it is to be handed over to this account; empty when it is not.
    ///
    /// @param account null when the store has none just now
    Optional<Ready> at(
            StoreTransaction tx, Store store, MailId id, @Nullable OutgoingAccount account) {
        StoreMailSql sql = new StoreMailSql(tx, store.id());
        Ready found = sql.ready(id).orElse(null);
        if (found == null) {
            return Optional.empty(); // ended before the server died
        }
        Reply reply = found.reply();
        Optional<Ready> right =
                reply == null
                        ? ofOther(tx, store, found, account)
                        : ofReply(
                                tx,
                                conversations.lock(tx, store.id(), reply.conversation()),
                                id,
                                account);
        right.ifPresent(_ -> sql.perhapsOut(id, clock.instant()));
        return right;
    }

    /// Whoever locks a conversation sees all its mails as they are.
    private Optional<Ready> ofReply(
            StoreTransaction tx,
            Conversation conversation,
            MailId id,
            @Nullable OutgoingAccount account) {
        StoreMailSql sql = new StoreMailSql(tx, conversation.store());
        Ready ready = sql.ready(id).orElse(null);
        Reply reply = ready == null ? null : ready.reply();
        if (ready == null || reply == null) {
            return Optional.empty();
        }
        if (ready.seen() == Seen.ALL) {
            boolean _ = sql.withdrawn(id, clock.instant());
            next(tx, conversation, reply);
            return Optional.empty();
        }
        if (ready.isPerhapsOut() && !ready.isFor(account)) {
            return uncertain(tx, conversation, ready, reply);
        }
        // Without an account nothing could be written in its place.
        if (account != null
                && !ready.isPerhapsOut()
                && (ready.seen() == Seen.A_PART || !ready.isFor(account))) {
            sql.takeBack(id);
            makeDue(tx, conversation);
            return Optional.empty();
        }
        return Optional.of(ready);
    }

    private Optional<Ready> uncertain(
            StoreTransaction tx, Conversation conversation, Ready ready, Reply reply) {
        String reason = "account_changed";
        boolean _ =
                new StoreMailSql(tx, conversation.store())
                        .refused(ready.mail().id(), reason, clock.instant());
        next(tx, conversation, reply);
        handlings.tell(
                tx,
                conversation,
                new ThreadEvent.EmailFailed(
                        reply.answers().first(),
                        reply.answers().last(),
                        ready.mail().recipient().value(),
                        reason));
        return Optional.empty();
    }

    /// What was answered after what this mail carries is due, now that it has ended.
    void next(StoreTransaction tx, Conversation conversation, Reply ended) {
        if (conversation.lastPublicSeq() > ended.answers().last()) {
            makeDue(tx, conversation);
        }
    }

    private void makeDue(StoreTransaction tx, Conversation conversation) {
        SlidingSql.slide(tx, StaffToTell.due(Aftermath.OF_ANSWER, conversation, clock.instant()));
    }

    private Optional<Ready> ofOther(
            StoreTransaction tx, Store store, Ready ready, @Nullable OutgoingAccount account) {
        StoreMailSql sql = new StoreMailSql(tx, store.id());
        MailId id = ready.mail().id();
        Notification news = ready.notification();
        boolean isNoNews =
                news != null
                        && !told.isStillTold(tx, store.id(), news.conversation(), news.staff());
        if (isNoNews || (ready.isPerhapsOut() && !ready.isFor(account))) {
            boolean _ = sql.withdrawn(id, clock.instant());
            return Optional.empty();
        }
        if (account == null || ready.isFor(account)) {
            return Optional.of(ready);
        }
        mails.readdress(tx, store, ready.mail(), account);
        return sql.ready(id);
    }
}
