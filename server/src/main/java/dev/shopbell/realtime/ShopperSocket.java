package dev.shopbell.realtime;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.Message;
import dev.shopbell.platform.database.OutageException;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.presence.Presence;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreRefusal;
import dev.shopbell.store.Stores;
import dev.shopbell.widget.ShopperConversation;
import dev.shopbell.widget.ShopperMessage;
import dev.shopbell.widget.ShopperThreads;
import dev.shopbell.widget.VisitorDoor;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Where a shopper's panel hears what is said in their thread, and by which they are Online. The
/// secret comes in the first frame, never in an address.
@WebSocket(path = "/api/widget/{key}/socket")
@Singleton
final class ShopperSocket {

    private static final int MOST_MISSED = 200;

    private final LiveSockets sockets;
    private final Feeds feeds;
    private final Frames frames;
    private final Stores stores;
    private final ShopperThreads threads;
    private final VisitorDoor door;
    private final Presence presence;

    ShopperSocket(
            LiveSockets sockets,
            Feeds feeds,
            Frames frames,
            Stores stores,
            ShopperThreads threads,
            VisitorDoor door,
            Presence presence) {
        this.sockets = sockets;
        this.feeds = feeds;
        this.frames = frames;
        this.stores = stores;
        this.threads = threads;
        this.door = door;
        this.presence = presence;
    }

    @OnOpen
    @RunOnVirtualThread
    void opened(WebSocketConnection connection) {
        LiveSocket socket = sockets.opened(connection);
        if (!door.admits(connection.handshakeRequest().header("Origin"))) {
            socket.end(Ending.WRONG_ORIGIN);
        }
    }

    @OnTextMessage
    @RunOnVirtualThread
    void said(WebSocketConnection connection, String text) {
        LiveSocket socket = LiveSockets.of(connection);
        if (socket == null) {
            return;
        }
        if (!socket.hear(System.nanoTime())) {
            socket.end(Ending.TOO_MANY_FRAMES);
            return;
        }
        switch (frames.read(text).orElse(null)) {
            case ClientFrame.Hello(var _, var secret, long after)
                    when secret != null && socket.reader() == null ->
                    hello(connection.pathParam("key"), socket, secret, after);
            case ClientFrame.Pong() -> {}
            case null -> socket.end(Ending.NOT_A_FRAME);
            case ClientFrame.Hello _ -> socket.end(Ending.NOT_A_FRAME);
        }
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        sockets.closed(connection);
    }

    /// An outage, or a client that broke the protocol below us: either way it has to come again.
    @OnError
    void failed(WebSocketConnection connection, Throwable thrown) {
        LiveSocket socket = LiveSockets.of(connection);
        if (socket != null) {
            socket.end(thrown instanceof OutageException ? Ending.UNAVAILABLE : Ending.NOT_A_FRAME);
        }
    }

    private void hello(String key, LiveSocket socket, String typedSecret, long after) {
        VisitorSecret secret = VisitorSecret.parse(typedSecret).orElse(null);
        if (secret == null) {
            socket.end(Ending.SIGNED_OUT);
            return;
        }
        try {
            join(socket, stores.withKey(key), secret, after);
        } catch (RefusedException refused) {
            boolean noStore = refused.refusal() == StoreRefusal.STORE_NOT_FOUND;
            socket.end(noStore ? Ending.NOT_FOUND : Ending.SIGNED_OUT);
        }
    }

    /// Joined first, read afterwards: what is said meanwhile waits in the held socket, so that
    /// nothing falls between what was missed and what comes. Hearing it twice does no harm.
    private void join(LiveSocket socket, Store store, VisitorSecret secret, long after) {
        StoreFeed feed = feeds.of(store.id());
        var known = threads.after(store.id(), secret, after, 1).conversation();
        ShopperReader reader = new ShopperReader(known, socket, feed, frames, presence);
        feed.join(reader);
        presence.arrived(known);
        if (!socket.readBy(reader)) {
            reader.leave();
            return;
        }
        var missed = threads.after(store.id(), secret, after, MOST_MISSED);
        List<String> first = new ArrayList<>();
        first.add(
                frames.write(
                        new ServerFrame.Welcome(ShopperConversation.of(missed.conversation()))));
        if (after > missed.conversation().lastPublicSeq()) {
            first.add(frames.write(new ServerFrame.StartOver()));
        }
        for (Message message : missed.messages()) {
            first.add(frames.write(new ServerFrame.Said(ShopperMessage.of(message))));
        }
        socket.release(first);
    }
}
