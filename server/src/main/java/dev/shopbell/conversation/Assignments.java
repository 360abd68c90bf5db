package dev.shopbell.conversation;

import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Colleague;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.staff.Team;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// To whom conversations are assigned. From the commit on, only that person sees it.
@Singleton
public final class Assignments {

    /// Whoever tries to take a conversation this long after somebody else did was in the same race.
    private static final Duration RACE = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 50;

    private final Database database;
    private final Conversations conversations;
    private final Handlings handlings;
    private final Team team;
    private final InstantSource clock;

    Assignments(
            Database database,
            Conversations conversations,
            Handlings handlings,
            Team team,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.handlings = handlings;
        this.team = team;
        this.clock = clock;
    }

    /// Gives a conversation to `to`; `null` returns it to everybody. `from` is whom the member
    /// believed to have it: of several who take one at the same moment, the first gets it, and the
    /// others are told who that was. Empty when the member may not see it any more.
    public Optional<ConversationSummary> assign(
            Member member, ConversationId id, @Nullable StaffId from, @Nullable StaffId to) {
        return database.inStore(
                member.store(),
                tx -> {
                    // Members before conversations: deactivating one takes them in this order too.
                    Optional<Colleague> assignee =
                            to == null
                                    ? Optional.empty()
                                    : team.lockColleague(tx, member.store(), to);
                    Conversation conversation = conversations.lock(tx, member.store(), id);
                    checkStillWith(tx, member, conversation, from, to, clock.instant().minus(RACE));
                    if (to != null && assignee.isEmpty()) {
                        throw new RefusedException(ConversationRefusal.ASSIGNEE_NOT_ELIGIBLE, "to");
                    }
                    if (!Objects.equals(conversation.assignee(), to)) {
                        change(tx, member, conversation, assignee.orElse(null));
                    }
                    return new SummarySql(tx, member).find(id);
                });
    }

    /// Returns everything a person has to everybody, because they cannot see to it any more. In as
    /// many transactions as it takes; repeated, it goes on where it stopped.
    public void returnAll(Member by, StaffId from) {
        while (returnSome(by, from) == MOST_AT_ONCE) {
            // The next ones.
        }
    }

    private int returnSome(Member by, StaffId from) {
        return database.inStore(
                by.store(),
                tx -> {
                    List<UUID> theirs =
                            new HandlingSql(tx).assignedTo(by.store(), from, MOST_AT_ONCE);
                    List<Conversation> locked =
                            theirs.stream()
                                    .map(id ->
                                            conversations.lock(
                                                    tx, by.store(), new ConversationId(id)))
                                    .toList();
                    for (Conversation conversation : locked) {
                        if (from.equals(conversation.assignee())) {
                            change(tx, by, conversation, null);
                        }
                    }
                    return theirs.size();
                });
    }

    /// Who was a moment too late hears who was first, though what they wanted is hidden from them
    /// by now. To everybody else it stays hidden.
    private static void checkStillWith(
            StoreTransaction tx,
            Member member,
            Conversation conversation,
            @Nullable StaffId from,
            @Nullable StaffId to,
            Instant raceBegan) {
        StaffId now = conversation.assignee();
        boolean isStill = Objects.equals(now, from);
        boolean mayKnow =
                ConversationAccess.maySee(member, now)
                        || (ConversationAccess.maySee(member, from)
                                && new HandlingSql(tx)
                                        .wasAssignedFrom(conversation, from, raceBegan));
        if (isStill || !mayKnow) {
            ConversationAccess.checkAssigning(member, now, to);
        }
        if (!isStill) {
            throw new RefusedException(
                    ConversationRefusal.ASSIGNED_MEANWHILE,
                    Collections.singletonMap("assignee", named(tx, conversation)));
        }
    }

    private void change(
            StoreTransaction tx,
            Member by,
            Conversation conversation,
            @Nullable Colleague assignee) {
        StaffView from = named(tx, conversation);
        StaffView to =
                assignee == null ? null : new StaffView(assignee.id().value(), assignee.name());
        Map<String, Object> subject = new LinkedHashMap<>();
        if (to != null) {
            subject.put("to", to);
        }
        if (from != null) {
            subject.put("from", from);
        }
        handlings.audit(tx, by, conversation, "conversation_assigned", subject);
        Handling next = conversation.handling().assignedTo(assignee == null ? null : assignee.id());
        Conversation changed = conversation.handled(next);
        Labels.tell(tx, changed);
        if (assignee != null && !assignee.id().equals(by.staff())) {
            StaffToTell.soon(tx, changed, clock.instant());
        }
        handlings.save(tx, by, changed, new ThreadEvent.Assigned(to, from));
    }

    /// The members to whom conversations can be assigned, each with how many unresolved ones they
    /// have.
    public Map<Colleague, Long> colleagues(Member member) {
        return database.inStore(
                member.store(),
                tx -> {
                    Map<StaffId, Long> open = new HandlingSql(tx).openOf(member.store());
                    Map<Colleague, Long> colleagues = new LinkedHashMap<>();
                    team.colleagues(tx, member.store())
                            .forEach(
                                    each -> colleagues.put(each, open.getOrDefault(each.id(), 0L)));
                    return colleagues;
                });
    }

    private static @Nullable StaffView named(StoreTransaction tx, Conversation conversation) {
        StaffId assignee = conversation.assignee();
        return assignee == null
                ? null
                : new StaffView(assignee.value(), new HandlingSql(tx).nameOf(assignee));
    }
}
