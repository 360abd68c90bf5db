package dev.shopbell.conversation;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.StaffId;
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

    /// Whether this member reads conversations assigned to others. The store setting that lets
    /// Inbox administrators do so is off by default, and nothing can switch it on yet.
    public static boolean readsAssigned(Member member) {
        return false;
    }
}
