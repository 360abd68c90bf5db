package dev.shopbell.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.notification.TellingSql.Writer;
import dev.shopbell.notification.push.PushDoor.Push;
import dev.shopbell.notification.push.PushSubscriptions;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.job.Job;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.presence.OpenInboxes;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tells one browser of what happened in a conversation. Whether its person is still to be told is
/// asked again, and it says what is unread by then.
@Singleton
final class PushToBrowser implements Job<PushToBrowser.Which> {

    static final Duration GIVEN_UP_AFTER = Duration.ofHours(1);

    /// By then somebody has answered, or the mail has told.
    private static final Duration KEPT_FOR = Duration.ofHours(4);

    private static final int MOST_CHARACTERS = 300;

    private final Database database;
    private final Jobs jobs;
    private final PushSubscriptions subscriptions;
    private final OpenInboxes inboxes;
    private final ObjectMapper json;
    private final InstantSource clock;

    PushToBrowser(
            Database database,
            Jobs jobs,
            PushSubscriptions subscriptions,
            OpenInboxes inboxes,
            ObjectMapper json,
            InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.subscriptions = subscriptions;
        this.inboxes = inboxes;
        this.json = json;
        this.clock = clock;
    }

    record Which(UUID store, UUID conversation, UUID staff, UUID subscription, Instant until) {}

    /// What the service worker shows.
    record Told(String title, String body, UUID conversation) {
        @Override
        public String toString() {
            return "***";
        }
    }

    void schedule(StoreTransaction tx, Which which, long seq, Instant at) {
        String key = which.subscription() + "/" + which.conversation() + "/" + seq;
        jobs.schedule(tx.handle(), this, key, which, at);
    }

    @Override
    public String name() {
        return "notification.push";
    }

    @Override
    public Class<Which> data() {
        return Which.class;
    }

    @Override
    public void run(Which which) {
        StoreId store = new StoreId(which.store());
        StaffId staff = new StaffId(which.staff());
        if (clock.instant().isAfter(which.until()) || inboxes.isOpen(store, staff)) {
            return;
        }
        Optional<Told> told = database.inStore(store, tx -> told(tx, which));
        told.ifPresent(each ->
                subscriptions.send(
                        store,
                        staff,
                        which.subscription(),
                        new Push(written(each), topic(which.conversation()), KEPT_FOR)));
    }

    private Optional<Told> told(StoreTransaction tx, Which which) {
        TellingSql sql =
                new TellingSql(
                        tx, new StoreId(which.store()), new ConversationId(which.conversation()));
        Optional<Writer> writer = sql.lock();
        if (writer.isEmpty()) {
            return Optional.empty();
        }
        List<CustomerMessage> messages = sql.unclearedMessages(writer.get());
        List<Notice> notices = sql.notices();
        return sql.recipients(new StaffId(which.staff())).stream()
                .filter(recipient -> recipient.settings().browser())
                .filter(recipient -> !unread(recipient, messages, notices).isEmpty())
                .filter(recipient -> !waits(tx, which, recipient))
                .map(recipient ->
                        told(
                                which.conversation(),
                                writer.get(),
                                unread(recipient, messages, notices)))
                .findFirst();
    }

    private static News unread(
            Recipient recipient, List<CustomerMessage> messages, List<Notice> notices) {
        return recipient
                .unread(messages, notices)
                .after(0, recipient.settings().topics().browser());
    }

    /// Tried again for so long that quiet hours began.
    private boolean waits(StoreTransaction tx, Which which, Recipient recipient) {
        Optional<Instant> quietUntil = recipient.quietUntil(clock.instant());
        quietUntil.ifPresent(end ->
                jobs.schedule(
                        tx.handle(),
                        this,
                        "%s/%s/%s".formatted(which.subscription(), which.conversation(), end),
                        new Which(
                                which.store(),
                                which.conversation(),
                                which.staff(),
                                which.subscription(),
                                end.plus(GIVEN_UP_AFTER)),
                        end));
        return quietUntil.isPresent();
    }

    private static Told told(UUID conversation, Writer writer, News unread) {
        String last = unread.lastWords(writer.called());
        String said =
                last.codePointCount(0, last.length()) <= MOST_CHARACTERS
                        ? last
                        : last.substring(0, last.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
        String body =
                unread.messages().size() < 2
                        ? said
                        : "%d new messages\n%s".formatted(unread.messages().size(), said);
        return new Told(unread.writers(writer.called()), body, conversation);
    }

    private String written(Told told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of two pushes about one conversation that wait for a browser it gets the later.
    private static String topic(UUID conversation) {
        byte[] bytes =
                ByteBuffer.allocate(Long.BYTES * 2)
                        .putLong(conversation.getMostSignificantBits())
                        .putLong(conversation.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
