package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.inbox.Position;
import dev.shopbell.inbox.StaffMessageView;
import dev.shopbell.presence.PresenceChanged;
import dev.shopbell.realtime.LiveSocket.Reader;
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
    private final Position.Positions positions;

    StaffReader(
            Member member,
            SessionToken session,
            LiveSocket socket,
            StoreFeed feed,
            Frames frames,
            Position.Positions positions) {
        this.member = member;
        this.session = session;
        this.socket = socket;
        this.feed = feed;
        this.frames = frames;
        this.positions = positions;
    }

    Member member() {
        return member;
    }

    SessionToken session() {
        return session;
    }

    LiveSocket socket() {
        return socket;
    }

    @Override
    public void leave() {
        feed.leave(this);
    }

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
        Position position = positions.of(member, changes.feedSeq());
        socket.send(frames.write(new ServerFrame.Changes(position, seen, messages, gone)));
    }

    void tell(PresenceChanged change) {
        if (ConversationAccess.maySee(member, change.assignee())) {
            socket.send(
                    frames.write(
                            new ServerFrame.PresenceOf(
                                    change.conversation().value(),
                                    change.leftAt() == null,
                                    change.leftAt())));
        }
    }
}
