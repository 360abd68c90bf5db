package dev.shopbell.realtime;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.Message;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.presence.Presence;
import dev.shopbell.realtime.ClientFrame.Hello;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.StoreRefusal;
import dev.shopbell.store.Stores;
import dev.shopbell.widget.ShopperConversation;
import dev.shopbell.widget.ShopperMessage;
import dev.shopbell.widget.ShopperThreads;
import dev.shopbell.widget.VisitorDoor;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Where a shopper's panel hears what is said in their thread, and by which they are Online. The
/// secret comes in the first frame, never in an address.
@WebSocket(path = "/api/widget/{key}/socket")
@Singleton
final class ShopperSocket {

    private static final int MOST_MISSED = 200;
    private static final int MOST_CHARACTERS = 256 * 1024;

    private final LiveSockets sockets;
    private final Ears ears;
    private final Feeds feeds;
    private final Frames frames;
    private final Stores stores;
    private final ShopperThreads threads;
    private final VisitorDoor door;
    private final Presence presence;

    ShopperSocket(
            LiveSockets sockets,
            Ears ears,
            Feeds feeds,
            Frames frames,
            Stores stores,
            ShopperThreads threads,
            VisitorDoor door,
            Presence presence) {
        this.sockets = sockets;
        this.ears = ears;
        this.feeds = feeds;
        this.frames = frames;
        this.stores = stores;
        this.threads = threads;
        this.door = door;
        this.presence = presence;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        ears.open(sockets.opened(connection), () -> isAdmitted(connection));
    }

    @OnTextMessage
    @NonBlocking
    void said(WebSocketConnection connection, String text) {
        ears.hear(connection, text, this::hello);
    }

    @OnBinaryMessage
    @NonBlocking
    void said(WebSocketConnection connection, Buffer bytes) {
        ears.hearBytes(connection);
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        sockets.closed(connection);
    }

    @OnError
    @NonBlocking
    void failed(WebSocketConnection connection, Throwable thrown) {
        ears.failed(connection, thrown);
    }

    private void hello(LiveSocket socket, Hello hello) {
        String typed = hello.secret();
        if (typed == null) {
            socket.end(Ending.NOT_A_FRAME);
            return;
        }
        if (!isAdmitted(socket.connection())) {
            socket.end(Ending.WRONG_ORIGIN);
            return;
        }
        VisitorSecret secret = VisitorSecret.parse(typed).orElse(null);
        if (secret == null) {
            socket.end(Ending.SIGNED_OUT);
            return;
        }
        try {
            Store store = stores.withKey(socket.connection().pathParam("key"));
            join(socket, store.id(), secret, hello.after());
        } catch (RefusedException refused) {
            boolean noStore = refused.refusal() == StoreRefusal.STORE_NOT_FOUND;
            socket.end(noStore ? Ending.NOT_FOUND : Ending.SIGNED_OUT);
        }
    }

    private boolean isAdmitted(WebSocketConnection connection) {
        return door.admits(connection.handshakeRequest().header("Origin"));
    }

    /// Joined first, read afterwards: what is said meanwhile waits in the held socket, so that
    /// nothing falls between what was missed and what comes. Hearing it twice does no harm.
    private void join(LiveSocket socket, StoreId store, VisitorSecret secret, long after) {
        StoreFeed feed = feeds.of(store);
        Conversation known = threads.after(store, secret, after, 1).conversation();
        ShopperReader reader = new ShopperReader(known, socket, feed, frames, presence);
        feed.join(reader);
        presence.arrived(store, known.id());
        if (!socket.readBy(reader)) {
            reader.leave(false);
            return;
        }
        ShopperThreads.Reading reading = threads.after(store, secret, after, MOST_MISSED);
        if (reading.conversation().id().equals(known.id())) {
            socket.release(missed(reading, after));
        } else {
            // The browser became somebody else's in between.
            socket.endAfter(frames.write(new ServerFrame.StartOver()), Ending.GOING_AWAY);
        }
    }

    private List<String> missed(ShopperThreads.Reading reading, long after) {
        Conversation conversation = reading.conversation();
        List<ServerFrame> missed = new ArrayList<>();
        missed.add(new ServerFrame.Welcome(ShopperConversation.of(conversation), reading.viewer()));
        if (after > conversation.lastPublicSeq()) {
            missed.add(new ServerFrame.StartOver());
        }
        inBounds(reading.messages())
                .forEach(message -> missed.add(new ServerFrame.Said(ShopperMessage.of(message))));
        return missed.stream().map(frames::write).toList();
    }

    /// Of very long messages the last one comes at once: it shows the gap before it, which the
    /// client fetches at its own pace.
    private static List<Message> inBounds(List<Message> messages) {
        List<Message> within = new ArrayList<>();
        int characters = 0;
        for (Message message : messages) {
            characters += message.text().length();
            if (characters > MOST_CHARACTERS) {
                within.add(messages.getLast());
                return within;
            }
            within.add(message);
        }
        return within;
    }
}
