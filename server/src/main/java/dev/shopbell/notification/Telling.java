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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells staff what a customer wrote, and what else happened that is their business, a moment
/// later: whoever is to know of the conversation then, wants to be told, and has not opened it
/// meanwhile. What several messages say in a row comes as one. Posting schedules it; whoever has
/// quiet hours is told when those are over.
@Singleton
final class Telling implements SlidingJob<Aftermath> {

    private final Database database;
    private final Stores stores;
    private final NotificationMails mails;
    private final PushToBrowser push;
    private final PushSubscriptions subscriptions;
    private final OpenInboxes inboxes;
    private final TellingAfterQuietHours later;
    private final ToldAtOnce atOnce;
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
            ToldAtOnce atOnce,
            NotificationConfiguration configuration,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.mails = mails;
        this.push = push;
        this.subscriptions = subscriptions;
        this.inboxes = inboxes;
        this.later = later;
        this.atOnce = atOnce;
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
        if (writer.isEmpty()) {
            return 0;
        }
        List<CustomerMessage> messages = sql.unclearedMessages(writer.get());
        List<Notice> notices = sql.notices();
        if (messages.isEmpty() && notices.isEmpty()) {
            return 0;
        }
        List<Recipient> recipients = sql.recipients(only);
        recipients.forEach(recipient ->
                tell(tx, story, writer.get(), recipient, recipient.unread(messages, notices)));
        return recipients.size();
    }

    private void tell(
            StoreTransaction tx, Story story, Writer writer, Recipient recipient, News unread) {
        NotificationSettings settings = recipient.settings();
        Topics topics = settings.topics();
        News toMail =
                unread.after(recipient.mailedSeq(), settings.email() ? topics.email() : Set.of());
        News toPush =
                unread.after(
                        recipient.pushedSeq(), settings.browser() ? topics.browser() : Set.of());
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
            if (atOnce.isToldEnough(tx, story.id(), recipient.staff())) {
                atOnce.hold(tx, sql, story.id(), recipient.staff());
            } else {
                mails.send(tx, story.store(), story.conversation(), writer, toMail, recipient);
            }
            sql.mailed(recipient.staff(), toMail.lastSeq());
        }
        if (!toPush.isEmpty()) {
            push(tx, story, recipient, toPush.lastSeq(), now);
            sql.pushed(recipient.staff(), toPush.lastSeq());
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
