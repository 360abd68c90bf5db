package dev.shopbell.email.outbound;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.StaffToTell;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.email.outbound.ReplySql.Standing;
import dev.shopbell.email.outbound.ReplySql.Written;
import dev.shopbell.email.outbound.StoreLetter.Range;
import dev.shopbell.message.Aftermath;
import dev.shopbell.message.Message;
import dev.shopbell.message.ThreadSql;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.platform.job.SlidingJob;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.presence.Presence;
import dev.shopbell.presence.PresenceChanged;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Mails the answers that a customer has not seen, once it is certain that they are not there. Each
/// answer is in one mail: which were, the mails themselves say, and the conversation stays locked
/// from asking until the next one is fixed.
@Singleton
final class ReplyByEmail implements SlidingJob<Aftermath> {

    private static final Logger LOG = Logger.getLogger("shopbell.email");

    /// Whoever leaves is noticed at once; this is for the moments that nobody noticed.
    private static final Duration WHILE_THEY_MAY_BE_THERE = Duration.ofSeconds(30);

    /// What waits meanwhile leaves in one mail.
    private static final Duration WHILE_WRITTEN_TO_ENOUGH = Duration.ofMinutes(10);

    private static final int MOST_AN_HOUR = 12;
    private static final int MOST_A_DAY = 50;
    private static final int MOST_MESSAGES = 50;

    private final Database database;
    private final Stores stores;
    private final Conversations conversations;
    private final Handlings handlings;
    private final Presence presence;
    private final StoreMails mails;
    private final ReplyLetters letters;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;

    ReplyByEmail(
            Database database,
            Stores stores,
            Conversations conversations,
            Handlings handlings,
            Presence presence,
            StoreMails mails,
            ReplyLetters letters,
            Jobs jobs,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.conversations = conversations;
        this.handlings = handlings;
        this.presence = presence;
        this.mails = mails;
        this.letters = letters;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Aftermath.OF_ANSWER;
    }

    @Override
    public Class<Aftermath> data() {
        return Aftermath.class;
    }

    /// What they did not see is due when they have left, and nobody goes on writing.
    void left(@Observes PresenceChanged changed) {
        if (changed.leftAt() != null) {
            StoreId store = changed.store();
            boolean _ =
                    database.inStore(
                            store,
                            tx ->
                                    jobs.hasten(
                                            tx.handle(),
                                            this,
                                            Aftermath.key(store, changed.conversation()),
                                            soonest(tx, store, changed.conversation())));
        }
    }

    private Instant soonest(StoreTransaction tx, StoreId store, ConversationId conversation) {
        Instant now = clock.instant();
        return ReplySql.lastAnsweredAt(tx, store, conversation)
                .map(at -> at.plus(StaffToTell.QUIET))
                .filter(now::isBefore)
                .orElse(now);
    }

    @Override
    public Optional<Duration> look(Aftermath about) {
        Store store = stores.get(new StoreId(about.store()));
        if (!mails.canSend(store)) {
            return Optional.empty();
        }
        ConversationId id = new ConversationId(about.conversation());
        return database.inStore(
                store.id(),
                tx ->
                        conversations
                                .lockIfThere(tx, store.id(), id)
                                .flatMap(conversation -> look(tx, store, conversation)));
    }

    private Optional<Duration> look(StoreTransaction tx, Store store, Conversation conversation) {
        ConversationId id = conversation.id();
        ReplySql sql = new ReplySql(tx, conversation);
        Standing standing = sql.standing();
        String address = standing.address();
        long known = Math.max(conversation.watermarks().seen(), standing.fixedUpTo());
        List<Message> next = new ThreadSql(tx, store.id(), id).answersAfter(known, MOST_MESSAGES);
        if (address == null || next.isEmpty()) {
            return Optional.empty();
        }
        // What is answered meanwhile leaves in one mail after it: its end makes this due again.
        if (sql.isMailWaiting()) {
            return Optional.empty();
        }
        if (conversation.isBlocked()) {
            return refused(tx, conversation, address, next, "blocked");
        }
        if (!presence.hasLeft(store.id(), id)) {
            return Optional.of(WHILE_THEY_MAY_BE_THERE);
        }
        Optional<EmailAddress> recipient =
                EmailAddress.parse(address).filter(ReplyByEmail::isWritable);
        if (recipient.isEmpty()) {
            return refused(tx, conversation, address, next, "address");
        }
        if (isWrittenToEnough(sql, recipient.get())) {
            tellOfWaiting(tx, conversation, address, placeOf(next.getFirst()));
            return Optional.of(WHILE_WRITTEN_TO_ENOUGH);
        }
        MailId _ =
                mails.send(
                        tx,
                        store,
                        letters.write(
                                tx,
                                store,
                                conversation,
                                recipient.get(),
                                standing,
                                next,
                                mails.hearsAnswers(store)));
        return Optional.empty();
    }

    private boolean isWrittenToEnough(ReplySql sql, EmailAddress recipient) {
        sql.lock(recipient);
        Instant now = clock.instant();
        Written written =
                sql.written(
                        recipient, now.minus(Duration.ofHours(1)), now.minus(Duration.ofDays(1)));
        return written.hour() >= MOST_AN_HOUR || written.day() >= MOST_A_DAY;
    }

    /// Once, however often it is looked at meanwhile.
    private void tellOfWaiting(
            StoreTransaction tx, Conversation conversation, String address, long first) {
        LOG.infof("conversation=%s reply waits: its recipient got many", conversation.id().value());
        if (!new ReplySql(tx, conversation).isToldToWait(first)) {
            handlings.tell(tx, conversation, new ThreadEvent.EmailWaits(first, address));
        }
    }

    private Optional<Duration> refused(
            StoreTransaction tx,
            Conversation conversation,
            String address,
            List<Message> answers,
            String reason) {
        Range range = rangeOf(answers);
        new ReplySql(tx, conversation)
                .insertRefused(new MailId(ids.next()), address, range, reason, clock.instant());
        handlings.tell(
                tx,
                conversation,
                new ThreadEvent.EmailFailed(range.first(), range.last(), address, reason));
        return Optional.empty();
    }

    /// Of answers, which all have public places.
    static Range rangeOf(List<Message> answers) {
        return new Range(placeOf(answers.getFirst()), placeOf(answers.getLast()));
    }

    private static long placeOf(Message answer) {
        Long place = answer.publicSeq();
        if (place == null) {
            throw new IllegalArgumentException("not for the customer");
        }
        return place;
    }

    /// Mail servers that take other letters before the `@` are rare.
    private static boolean isWritable(EmailAddress address) {
        String local = address.value().substring(0, address.value().lastIndexOf('@'));
        return StandardCharsets.US_ASCII.newEncoder().canEncode(local);
    }
}
