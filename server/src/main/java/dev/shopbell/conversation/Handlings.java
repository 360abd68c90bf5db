package dev.shopbell.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.HandlingSql.Dots;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// What staff do with a conversation besides writing in it. Each is one transaction: the change,
/// its line in the thread, its entry in the audit trail. Doing what is done already changes
/// nothing.
@Singleton
public final class Handlings {

    private static final Duration ADDRESS_BLOCKED = Duration.ofDays(7);

    private final Database database;
    private final Conversations conversations;
    private final Audits audits;
    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;

    Handlings(
            Database database,
            Conversations conversations,
            Audits audits,
            Ids ids,
            InstantSource clock,
            ObjectMapper json) {
        this.database = database;
        this.conversations = conversations;
        this.audits = audits;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /// Nothing is owed to the customer any more, and nothing of it is unread for anybody.
    public ConversationSummary resolve(Member member, ConversationId id) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = visible(tx, member, id);
                    return changed(
                            tx,
                            member,
                            conversation,
                            conversation.handling().with(Status.RESOLVED),
                            new ThreadEvent.Resolved(null),
                            "conversation_resolved");
                });
    }

    /// Something is owed again. A blocked sender stays blocked, and so nothing is owed to them.
    public ConversationSummary reopen(Member member, ConversationId id) {
        return reopen(member, id, Dots.FORGOTTEN);
    }

    /// It was resolved by mistake: as [#reopen], and what was unread then is unread again.
    public ConversationSummary takeBackResolving(Member member, ConversationId id) {
        return reopen(member, id, Dots.GIVEN_BACK);
    }

    private ConversationSummary reopen(Member member, ConversationId id, Dots dots) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = goingOn(tx, member, id);
                    if (conversation.status() == Status.RESOLVED && !conversation.isBlocked()) {
                        audit(tx, member, conversation, "conversation_reopened", Map.of());
                        Handling next = conversation.handling().with(Status.UNRESOLVED);
                        save(
                                tx,
                                member,
                                conversation.handled(next),
                                new ThreadEvent.Reopened(null),
                                dots);
                    }
                    return summary(tx, member, id);
                });
    }

    /// What one of the store's own systems makes of a conversation, to whomever it is assigned. A
    /// blocked sender stays blocked, and so nothing is owed to them.
    public void turn(StoreId store, Actor system, ConversationId id, Status wanted) {
        database.inStore(
                store,
                tx -> {
                    Conversation conversation = conversations.lock(tx, store, id);
                    boolean isOwed = wanted == Status.UNRESOLVED;
                    if (isOwed && conversation.isContinued()) {
                        throw new RefusedException(ConversationRefusal.CONVERSATION_CONTINUED);
                    }
                    if (conversation.status() == wanted || (isOwed && conversation.isBlocked())) {
                        return false;
                    }
                    audits.record(
                            tx,
                            store,
                            system,
                            isOwed ? "conversation_reopened" : "conversation_resolved",
                            Map.of("conversation", id.value()));
                    ThreadEvent event =
                            isOwed
                                    ? new ThreadEvent.Reopened(system.name())
                                    : new ThreadEvent.Resolved(system.name());
                    Conversation changed =
                            conversation.handled(conversation.handling().with(wanted));
                    HandlingSql.Line line =
                            new HandlingSql.Line(ids.next(), null, written(event), clock.instant());
                    Dots dots = isOwed ? Dots.FORGOTTEN : Dots.KEPT;
                    announce(tx, changed, new HandlingSql(tx).save(changed, line, dots));
                    return true;
                });
    }

    /// The sender's further messages are refused, and with `network` for some days those of
    /// newcomers from where they wrote. This resolves the conversation.
    public ConversationSummary block(Member member, ConversationId id, boolean network) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = goingOn(tx, member, id);
                    if (network) {
                        new SenderBlockSql(tx)
                                .insertAddresses(
                                        conversation, clock.instant().plus(ADDRESS_BLOCKED));
                    }
                    return changed(
                            tx,
                            member,
                            conversation,
                            conversation.handling().withSenderBlocked(),
                            new ThreadEvent.Blocked(),
                            "sender_blocked");
                });
    }

    public ConversationSummary unblock(Member member, ConversationId id) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = goingOn(tx, member, id);
                    new SenderBlockSql(tx).deleteAddresses(conversation);
                    return changed(
                            tx,
                            member,
                            conversation,
                            conversation.handling().withSenderUnblocked(),
                            new ThreadEvent.Unblocked(),
                            "sender_unblocked");
                });
    }

    /// Shows the member the blue dot until they open the conversation again.
    public ConversationSummary markUnread(Member member, ConversationId id) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = visible(tx, member, id);
                    if (conversation.status() == Status.RESOLVED) {
                        throw new RefusedException(ConversationRefusal.CONVERSATION_RESOLVED);
                    }
                    HandlingSql sql = new HandlingSql(tx);
                    if (sql.markUnread(conversation, member.staff())) {
                        Conversation changed = conversation.handledQuietly(conversation.handling());
                        announce(tx, changed, sql.saveVersion(changed));
                    }
                    return summary(tx, member, id);
                });
    }

    /// As it is now; refused as unknown when it is hidden, except from those who may assign it.
    public Conversation find(Member member, ConversationId id) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = conversations.lock(tx, member.store(), id);
                    ConversationAccess.checkAssigning(
                            member, conversation.assignee(), conversation.assignee());
                    return conversation;
                });
    }

    /// Tells in the thread of something that nobody of the staff did; only staff see it. After a
    /// mail that did not reach the customer something is owed to them again. The conversation is
    /// locked, and this is the last statement of its transaction.
    public void tell(StoreTransaction tx, Conversation locked, ThreadEvent event) {
        Conversation changed = told(locked, event);
        if (event instanceof ThreadEvent.EmailBounced || event instanceof ThreadEvent.EmailFailed) {
            StaffToTell.soon(tx, changed, clock.instant());
        }
        HandlingSql.Line line =
                new HandlingSql.Line(ids.next(), null, written(event), clock.instant());
        announce(tx, changed, new HandlingSql(tx).save(changed, line, Dots.KEPT));
    }

    private static Conversation told(Conversation locked, ThreadEvent event) {
        return switch (event) {
            case ThreadEvent.EmailBounced bounced ->
                    locked.unreached(Unreached.MailEnd.BOUNCED, bounced.lastPublicSeq());
            case ThreadEvent.EmailFailed failed ->
                    locked.unreached(Unreached.MailEnd.FAILED, failed.lastPublicSeq());
            case ThreadEvent.Resolved _,
                    ThreadEvent.Reopened _,
                    ThreadEvent.Assigned _,
                    ThreadEvent.Blocked _,
                    ThreadEvent.Unblocked _,
                    ThreadEvent.EmailWaits _,
                    ThreadEvent.Described _,
                    ThreadEvent.Continued _,
                    ThreadEvent.EmailAutoReply _,
                    ThreadEvent.CartChanged _ ->
                    locked.handled(locked.handling());
        };
    }

    /// The same of what somebody of the staff did.
    public void tell(StoreTransaction tx, Member by, Conversation locked, ThreadEvent event) {
        save(tx, by, locked.handled(locked.handling()), event);
    }

    private ConversationSummary changed(
            StoreTransaction tx,
            Member member,
            Conversation conversation,
            Handling next,
            ThreadEvent event,
            String action) {
        if (!next.equals(conversation.handling())) {
            audit(tx, member, conversation, action, Map.of());
            save(tx, member, conversation.handled(next), event);
        }
        return summary(tx, member, conversation.id());
    }

    /// Locked, and not hidden from this member.
    Conversation visible(StoreTransaction tx, Member member, ConversationId id) {
        Conversation conversation = conversations.lock(tx, member.store(), id);
        ConversationAccess.check(member, conversation);
        return conversation;
    }

    /// The same, refused where the thread goes on elsewhere.
    private Conversation goingOn(StoreTransaction tx, Member member, ConversationId id) {
        Conversation conversation = visible(tx, member, id);
        if (conversation.isContinued()) {
            throw new RefusedException(ConversationRefusal.CONVERSATION_CONTINUED);
        }
        return conversation;
    }

    /// The last statement of its transaction: it takes the store's next number.
    void save(StoreTransaction tx, Member by, Conversation changed, ThreadEvent event) {
        save(tx, by, changed, event, Dots.KEPT);
    }

    private void save(
            StoreTransaction tx, Member by, Conversation changed, ThreadEvent event, Dots dots) {
        HandlingSql.Line line =
                new HandlingSql.Line(ids.next(), by.staff(), written(event), clock.instant());
        announce(tx, changed, new HandlingSql(tx).save(changed, line, dots));
    }

    void audit(
            StoreTransaction tx,
            Member by,
            Conversation conversation,
            String action,
            Map<String, Object> more) {
        Map<String, Object> subject = new LinkedHashMap<>(more);
        subject.put("conversation", conversation.id().value());
        audits.record(tx, by.store(), new Actor(by.staff().value(), by.name()), action, subject);
    }

    static ConversationSummary summary(StoreTransaction tx, Member member, ConversationId id) {
        return new SummarySql(tx, member).find(id).orElseThrow();
    }

    static void announce(StoreTransaction tx, Conversation changed, long feedSeq) {
        tx.announce(new FeedAdvanced(changed.store(), feedSeq));
    }

    private String written(ThreadEvent event) {
        try {
            return json.writerFor(ThreadEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
