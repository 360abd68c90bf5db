package dev.shopbell.testkit;

import dev.shopbell.conversation.Assignments;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationRefusal;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff do with a conversation besides writing in it, as somebody who may do everything.
@Singleton
public final class Deeds {

    private final Handlings handlings;
    private final Assignments assignments;

    Deeds(Handlings handlings, Assignments assignments) {
        this.handlings = handlings;
        this.assignments = assignments;
    }

    /// Assigned to a member, or with null to nobody.
    public void assign(Store store, UUID conversation, StaffId by, @Nullable StaffId to) {
        ConversationId id = new ConversationId(conversation);
        Member member = mighty(store, by);
        boolean isDone = false;
        while (!isDone) {
            isDone = assigned(member, id, handlings.find(member, id).assignee(), to);
        }
    }

    public void resolve(Store store, UUID conversation, StaffId by) {
        var _ = handlings.resolve(mighty(store, by), new ConversationId(conversation));
    }

    /// False when somebody else was quicker.
    private boolean assigned(
            Member member, ConversationId id, @Nullable StaffId from, @Nullable StaffId to) {
        try {
            var _ = assignments.assign(member, id, from, to);
            return true;
        } catch (RefusedException refused) {
            if (refused.refusal() == ConversationRefusal.ASSIGNED_MEANWHILE) {
                return false;
            }
            throw refused;
        }
    }

    private static Member mighty(Store store, StaffId staff) {
        return new Member(
                store.id(), store.name(), staff, "Somebody", true, List.of(), Set.of(), true, 1);
    }
}
