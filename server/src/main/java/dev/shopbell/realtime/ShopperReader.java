package dev.shopbell.realtime;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.Conversation.Watermarks;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationView;
import dev.shopbell.presence.Presence;
import dev.shopbell.realtime.LiveSocket.Reader;
import dev.shopbell.widget.ShopperConversation;
import dev.shopbell.widget.ShopperMessage;

/// A shopper's socket: hears of the one thread it is about.
final class ShopperReader implements Reader {

    private final Conversation joined;
    private final LiveSocket socket;
    private final StoreFeed feed;
    private final Frames frames;
    private final Presence presence;

    // What the client was last told; only the store's delivery thread changes it.
    private Watermarks told;

    ShopperReader(
            Conversation joined,
            LiveSocket socket,
            StoreFeed feed,
            Frames frames,
            Presence presence) {
        this.joined = joined;
        this.socket = socket;
        this.feed = feed;
        this.frames = frames;
        this.presence = presence;
        this.told = joined.watermarks();
    }

    ConversationId conversation() {
        return joined.id();
    }

    @Override
    public void leave() {
        feed.leave(this);
        presence.left(joined.store(), joined.id());
    }

    void tell(StoreChanges changes) {
        changes.messages().stream()
                .filter(message -> message.conversation().equals(joined.id()))
                .filter(message -> message.publicSeq() != null)
                .map(ShopperMessage::of)
                .forEach(message -> socket.send(frames.write(new ServerFrame.Said(message))));
        changes.conversations().stream()
                .map(ConversationView::conversation)
                .filter(conversation -> conversation.id().equals(joined.id()))
                .filter(conversation -> !conversation.watermarks().equals(told))
                .forEach(this::tellWatermarks);
    }

    private void tellWatermarks(Conversation conversation) {
        told = conversation.watermarks();
        socket.send(frames.write(new ServerFrame.Moved(ShopperConversation.of(conversation))));
    }
}
