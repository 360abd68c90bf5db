package dev.shopbell.conversation;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.StaffId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who may see a conversation. The one place where that is decided: lists, counts, sockets and
/// every single request ask here, or in SQL the function `may_see`, which a test compares with this
/// class.
public final class ConversationAccess {

    private ConversationAccess() {}

    /// An unassigned conversation is seen by everyone with *Conversation management*, an assigned
    /// one by its assignee only.
    public static boolean maySee(Member member, @Nullable StaffId assignee) {
        return member.may(Permission.CONVERSATION_MANAGEMENT)
                && (assignee == null || assignee.equals(member.staff()) || readsAssigned(member));
    }

    /// Refuses as if the conversation did not exist: that it does is hidden, too.
    public static void check(Member member, Conversation conversation) {
        if (!maySee(member, conversation.assignee())) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
    }

    /// Refuses whoever may not give a conversation that is assigned to `from` to `to`. Inbox
    /// administrators may assign anybody's, even one they may not read; everybody may take one that
    /// is assigned to nobody, and hand over or return their own.
    public static void checkAssigning(Member member, @Nullable StaffId from, @Nullable StaffId to) {
        boolean administers = member.may(Permission.INBOX_ADMINISTRATION);
        if (!administers && !maySee(member, from)) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
        boolean takes = from == null && member.staff().equals(to);
        boolean owns = member.staff().equals(from);
        if (!administers && !takes && !owns && !Objects.equals(from, to)) {
            throw new RefusedException(HttpRefusal.NOT_PERMITTED);
        }
    }

    /// Whether this member reads conversations assigned to others: Inbox administrators do where
    /// the store has chosen so.
    public static boolean readsAssigned(Member member) {
        return member.administratorsReadAssigned() && member.may(Permission.INBOX_ADMINISTRATION);
    }
}
