package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.inbox.Position;
import dev.shopbell.inbox.StaffMessageView;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.SessionToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A staff member's socket: hears of what they may see, and of nothing else.
final class StaffReader implements Reader {

    private final Member member;
    private final SessionToken session;
    private final LiveSocket socket;
    private final StoreFeed feed;
    private final Frames frames;
    private final String epoch;

    /// `epoch` is what positions count in for this member.
    StaffReader(
            Member member,
            SessionToken session,
            LiveSocket socket,
            StoreFeed feed,
            Frames frames,
            String epoch) {
        this.member = member;
        this.session = session;
        this.socket = socket;
        this.feed = feed;
        this.frames = frames;
        this.epoch = epoch;
    }

    Member member() {
        return member;
    }

    SessionToken session() {
        return session;
    }

    @Override
    public LiveSocket socket() {
        return socket;
    }

    @Override
    public void leave(boolean silently) {
        feed.leave(this);
    }

    /// What concerns only conversations that are hidden from this reader is not told at all.
    void tell(StoreChanges changes) {
        List<ConversationSummary> seen = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        Set<ConversationId> visible = new HashSet<>();
        for (ConversationView view : changes.conversations()) {
            ConversationId id = view.conversation().id();
            if (ConversationAccess.maySee(member, view.conversation().assignee())) {
                visible.add(id);
                seen.add(view.forReader(changes.readMessages(id, member.staff())));
            } else if (view.accessFeedSeq() > changes.after()) {
                gone.add(id.value());
            }
        }
        List<StaffMessageView> messages =
                changes.messages().stream()
                        .filter(message -> visible.contains(message.conversation()))
                        .map(StaffMessageView::of)
                        .toList();
        if (!seen.isEmpty() || !gone.isEmpty()) {
            Position position = new Position(epoch, changes.feedSeq());
            socket.send(frames.write(new ServerFrame.Changes(position, seen, messages, gone)));
        }
    }
}
