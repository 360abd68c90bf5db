package dev.shopbell.realtime;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.Conversation.Watermarks;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.message.Message;
import dev.shopbell.presence.Presence;
import dev.shopbell.store.StoreId;
import dev.shopbell.widget.ShopperConversation;
import dev.shopbell.widget.ShopperMessage;
import java.util.UUID;

/// A shopper's socket: hears of the one thread it is about.
final class ShopperReader implements Reader {

    private final StoreId store;
    private final ConversationId conversation;
    private final LiveSocket socket;
    private final StoreFeed feed;
    private final Frames frames;
    private final Presence presence;
    private final TypingPace pace = new TypingPace();

    // What the client was last told; only the store's delivery thread changes it.
    private Watermarks told;
    private boolean toldBlocked;
    private boolean toldContinues;
    private long toldUpTo;
    private final long visitorChanges;

    ShopperReader(
            Conversation joined,
            LiveSocket socket,
            StoreFeed feed,
            Frames frames,
            Presence presence) {
        this.store = joined.store();
        this.conversation = joined.id();
        this.socket = socket;
        this.feed = feed;
        this.frames = frames;
        this.presence = presence;
        this.told = joined.watermarks().inTheChat();
        this.toldBlocked = joined.isBlocked();
        this.toldContinues = joined.links().continues();
        this.toldUpTo = joined.lastPublicSeq();
        this.visitorChanges = joined.links().visitorChanges();
    }

    ConversationId conversation() {
        return conversation;
    }

    @Override
    public LiveSocket socket() {
        return socket;
    }

    @Override
    public void leave(boolean silently) {
        feed.leave(this);
        if (silently) {
            presence.lost(store, conversation);
        } else {
            presence.left(store, conversation);
        }
    }

    @Override
    public boolean hear(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Typing(UUID elsewhere, Boolean note)
                    when elsewhere == null && note == null -> {
                Signal.Typing typing = new Signal.Typing(conversation, null, false);
                if (pace.allows(typing, System.nanoTime())) {
                    feed.signal(typing);
                }
                yield true;
            }
            case ClientFrame.Typing _, ClientFrame.Viewing _, ClientFrame.Hello _ -> false;
            case ClientFrame.Pong _ -> true;
        };
    }

    /// Where a browser became somebody else's, or the thread was erased, everybody says hello
    /// again, and hears of the thread that is theirs by then, if there is one.
    void tell(StoreChanges changes) {
        boolean isAnotherRound =
                changes.conversations().stream()
                        .map(ConversationView::conversation)
                        .anyMatch(changed ->
                                changed.id().equals(conversation)
                                        && changed.links().visitorChanges() != visitorChanges);
        if (isAnotherRound || changes.hasErased(conversation)) {
            socket.endAfter(frames.write(new ServerFrame.StartOver()), Ending.GOING_AWAY);
        } else {
            tellOfThread(changes);
        }
    }

    private void tellOfThread(StoreChanges changes) {
        changes.messages().stream()
                .filter(message -> message.conversation().equals(conversation))
                .forEach(this::tellLine);
        changes.conversations().stream()
                .map(ConversationView::conversation)
                .filter(changed -> changed.id().equals(conversation))
                .forEach(this::tellNumbers);
    }

    /// Of what only staff see, a shopper hears no more than the words for a file they have.
    private void tellLine(Message line) {
        String event = line.event();
        if (line.publicSeq() != null) {
            tellMessage(line);
        } else if (event != null
                && frames.event(event)
                        instanceof
                        ThreadEvent.Described(_, Long publicSeq, UUID attachment, String alt)
                && publicSeq != null) {
            socket.send(frames.write(new ServerFrame.Described(publicSeq, attachment, alt)));
        }
    }

    private void tellMessage(Message message) {
        ShopperMessage view = ShopperMessage.of(message);
        toldUpTo = Math.max(toldUpTo, view.publicSeq());
        socket.send(frames.write(new ServerFrame.Said(view)));
    }

    /// Also when messages were left out for their number or size: the numbers show the gap.
    private void tellNumbers(Conversation changed) {
        if (!changed.watermarks().inTheChat().equals(told)
                || changed.isBlocked() != toldBlocked
                || changed.links().continues() != toldContinues
                || changed.lastPublicSeq() > toldUpTo) {
            told = changed.watermarks().inTheChat();
            toldBlocked = changed.isBlocked();
            toldContinues = changed.links().continues();
            toldUpTo = Math.max(toldUpTo, changed.lastPublicSeq());
            socket.send(frames.write(new ServerFrame.Moved(ShopperConversation.of(changed))));
        }
    }
}
