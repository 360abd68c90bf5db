package dev.shopbell.notification;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.message.Aftermath;
import dev.shopbell.notification.TellingSql.Writer;
import dev.shopbell.notification.push.PushSubscriptions;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.SlidingJob;
import dev.shopbell.presence.OpenInboxes;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells staff what a customer wrote, a moment after it was said: whoever is to know of the
/// conversation then, wants to be told, and has not opened it meanwhile. What several messages say
/// in a row comes as one. Posting schedules it; whoever has quiet hours is told when those are
/// over.
@Singleton
final class Telling implements SlidingJob<Aftermath> {

    /// Of more than these a notification says how many there are.
    static final int MOST_QUOTED = 20;

    private final Database database;
    private final Stores stores;
    private final NotificationMails mails;
    private final PushToBrowser push;
    private final PushSubscriptions subscriptions;
    private final OpenInboxes inboxes;
    private final TellingAfterQuietHours later;
    private final NotificationConfiguration configuration;
    private final InstantSource clock;

    Telling(
            Database database,
            Stores stores,
            NotificationMails mails,
            PushToBrowser push,
            PushSubscriptions subscriptions,
            OpenInboxes inboxes,
            TellingAfterQuietHours later,
            NotificationConfiguration configuration,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.mails = mails;
        this.push = push;
        this.subscriptions = subscriptions;
        this.inboxes = inboxes;
        this.later = later;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Aftermath.OF_QUESTION;
    }

    @Override
    public Class<Aftermath> data() {
        return Aftermath.class;
    }

    @Override
    public Optional<Duration> look(Aftermath due) {
        if (configuration.whenDue()) {
            tell(new StoreId(due.store()), new ConversationId(due.conversation()));
        }
        return Optional.empty();
    }

    void tell(StoreId store, ConversationId conversation) {
        Store of = stores.get(store);
        database.inStore(store, tx -> tell(tx, new Story(of, conversation), null));
    }

    /// The one whose quiet hours are over.
    void tell(StoreId store, ConversationId conversation, StaffId only) {
        Store of = stores.get(store);
        database.inStore(store, tx -> tell(tx, new Story(of, conversation), only));
    }

    private record Story(Store store, ConversationId conversation) {

        StoreId id() {
            return store.id();
        }
    }

    /// How many were told.
    private int tell(StoreTransaction tx, Story story, @Nullable StaffId only) {
        TellingSql sql = new TellingSql(tx, story.id(), story.conversation());
        Optional<Writer> writer = sql.lock();
        if (writer.isEmpty() || writer.get().unclearedMessages() == 0) {
            return 0;
        }
        List<CustomerMessage> messages =
                sql.newest(Math.min(writer.get().unclearedMessages(), MOST_QUOTED));
        List<Recipient> recipients = sql.recipients(only);
        recipients.forEach(recipient -> tell(tx, story, writer.get(), messages, recipient));
        return recipients.size();
    }

    private void tell(
            StoreTransaction tx,
            Story story,
            Writer writer,
            List<CustomerMessage> messages,
            Recipient recipient) {
        List<CustomerMessage> unread = recipient.unread(messages);
        List<CustomerMessage> toMail =
                recipient.settings().email()
                        ? Recipient.after(recipient.mailedSeq(), unread)
                        : List.of();
        List<CustomerMessage> toPush =
                recipient.settings().browser()
                        ? Recipient.after(recipient.pushedSeq(), unread)
                        : List.of();
        if (toMail.isEmpty() && toPush.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> quietUntil = recipient.quietUntil(now);
        if (quietUntil.isPresent()) {
            later.schedule(
                    tx,
                    new TellingAfterQuietHours.Which(
                            story.id().value(),
                            story.conversation().value(),
                            recipient.staff().value()),
                    quietUntil.get());
            return;
        }
        TellingSql sql = new TellingSql(tx, story.id(), story.conversation());
        if (!toMail.isEmpty() && mails.canSend(story.store())) {
            long seq = toMail.getLast().seq();
            mails.send(tx, story.store(), story.conversation(), writer, toMail, recipient);
            sql.mailed(recipient.staff(), seq);
        }
        if (!toPush.isEmpty()) {
            push(tx, story, recipient, toPush.getLast().seq(), now);
            sql.pushed(recipient.staff(), toPush.getLast().seq());
        }
    }

    /// An open inbox tells by itself.
    private void push(
            StoreTransaction tx, Story story, Recipient recipient, long seq, Instant now) {
        if (inboxes.isOpen(story.id(), recipient.staff())) {
            return;
        }
        for (UUID browser : subscriptions.of(tx, story.id(), recipient.staff(), now)) {
            push.schedule(
                    tx,
                    new PushToBrowser.Which(
                            story.id().value(),
                            story.conversation().value(),
                            recipient.staff().value(),
                            browser,
                            now.plus(PushToBrowser.GIVEN_UP_AFTER)),
                    seq,
                    now);
        }
    }
}
