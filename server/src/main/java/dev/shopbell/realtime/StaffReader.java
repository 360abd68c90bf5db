package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.inbox.Position;
import dev.shopbell.inbox.StaffMessageView;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.SessionToken;
import dev.shopbell.staff.Staff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A staff member's socket: hears of what they may see, and of nothing else.
final class StaffReader implements Reader {

    private final Member member;
    private final StaffView name;
    private final SessionToken session;
    private final LiveSocket socket;
    private final StoreFeed feed;
    private final Frames frames;
    private final String epoch;
    private final TypingPace pace = new TypingPace();

    // The conversation on this reader's screen.
    private volatile @Nullable ConversationId viewed;

    /// `epoch` is what positions count in for this member.
    StaffReader(
            Member member,
            Staff person,
            SessionToken session,
            LiveSocket socket,
            StoreFeed feed,
            Frames frames,
            String epoch) {
        this.member = member;
        this.name = new StaffView(person.id().value(), person.name());
        this.session = session;
        this.socket = socket;
        this.feed = feed;
        this.frames = frames;
        this.epoch = epoch;
    }

    Member member() {
        return member;
    }

    /// Who they are to their colleagues.
    StaffView name() {
        return name;
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
        view(null);
    }

    @Override
    public boolean hear(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Typing(UUID conversation, Boolean note) when conversation != null -> {
                Signal.Typing typing =
                        new Signal.Typing(
                                new ConversationId(conversation), this, Boolean.TRUE.equals(note));
                if (pace.allows(typing, System.nanoTime())) {
                    feed.signal(typing);
                }
                yield true;
            }
            case ClientFrame.Viewing(UUID conversation) -> {
                view(conversation == null ? null : new ConversationId(conversation));
                yield true;
            }
            case ClientFrame.Typing _, ClientFrame.Hello _ -> false;
            case ClientFrame.Pong _ -> true;
        };
    }

    /// Whether this reader has a conversation on screen, as far as they say.
    boolean views(ConversationId conversation) {
        return conversation.equals(viewed);
    }

    private void view(@Nullable ConversationId now) {
        ConversationId before = viewed;
        viewed = now;
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(now))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(conversation -> feed.signal(new Signal.Viewing(conversation)));
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
                seen.add(view.forReader(changes.reading(id, member.staff())));
            } else if (changes.hasTaken(id, member)) {
                gone.add(id.value());
            }
        }
        changes.erased().stream()
                .filter(erased -> ConversationAccess.maySee(member, erased.staff()))
                .forEach(erased -> gone.add(erased.conversation().value()));
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
