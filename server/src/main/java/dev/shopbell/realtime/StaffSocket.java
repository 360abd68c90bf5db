package dev.shopbell.realtime;

import dev.shopbell.inbox.Position;
import dev.shopbell.inbox.Position.Positions;
import dev.shopbell.platform.database.OutageException;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.presence.Presence;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.SessionToken;
import dev.shopbell.staff.Sessions;
import dev.shopbell.store.StoreId;
import io.quarkus.websockets.next.HandshakeRequest;
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
import java.util.Optional;
import java.util.UUID;

/// Where staff hear what happens in a store. The session cookie says who they are, `Origin` that it
/// is our page which asks, `hello` how far they know the feed.
@WebSocket(path = "/api/staff/stores/{store}/socket")
@Singleton
final class StaffSocket {

    private final LiveSockets sockets;
    private final Feeds feeds;
    private final Frames frames;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Installation installation;
    private final StaffChanges changes;
    private final Positions positions;
    private final Presence presence;

    StaffSocket(
            LiveSockets sockets,
            Feeds feeds,
            Frames frames,
            Sessions sessions,
            SessionCookie cookie,
            Installation installation,
            StaffChanges changes,
            Positions positions,
            Presence presence) {
        this.sockets = sockets;
        this.feeds = feeds;
        this.frames = frames;
        this.sessions = sessions;
        this.cookie = cookie;
        this.installation = installation;
        this.changes = changes;
        this.positions = positions;
        this.presence = presence;
    }

    @OnOpen
    @RunOnVirtualThread
    void opened(WebSocketConnection connection) {
        LiveSocket socket = sockets.opened(connection);
        String origin = connection.handshakeRequest().header("Origin");
        if (!installation.publicUrl().map(url -> url.origin().equals(origin)).orElse(false)) {
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
            case ClientFrame.Hello(var epoch, var _, long after)
                    when epoch != null && socket.reader() == null ->
                    hello(connection, socket, new Position(epoch, after));
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

    private void hello(WebSocketConnection connection, LiveSocket socket, Position known) {
        Optional<SessionToken> token = token(connection.handshakeRequest());
        Optional<Member> member =
                token.flatMap(sessions::find)
                        .flatMap(session -> store(connection).flatMap(session::in));
        if (token.isEmpty() || token.flatMap(sessions::find).isEmpty()) {
            socket.end(Ending.SIGNED_OUT);
        } else if (member.isEmpty() || !member.get().may(Permission.CONVERSATION_MANAGEMENT)) {
            socket.end(Ending.NOT_FOUND);
        } else {
            join(socket, member.get(), token.get(), known);
        }
    }

    /// Joined first, read afterwards: what happens meanwhile waits in the held socket, so that
    /// nothing falls between what was missed and what comes.
    private void join(LiveSocket socket, Member member, SessionToken token, Position known) {
        StoreFeed feed = feeds.of(member.store());
        StaffReader reader = new StaffReader(member, token, socket, feed, frames, positions);
        feed.join(reader);
        if (!socket.readBy(reader)) {
            reader.leave();
            return;
        }
        List<String> first = new ArrayList<>();
        first.add(frames.write(new ServerFrame.Online(presence.onlineFor(member))));
        missed(member, known).forEach(frame -> first.add(frames.write(frame)));
        socket.release(first);
    }

    private List<ServerFrame> missed(Member member, Position known) {
        List<ServerFrame> missed = new ArrayList<>();
        Position from = known;
        while (true) {
            ServerFrame frame = changes.after(member, from);
            missed.add(frame);
            if (frame instanceof ServerFrame.Changes(Position to, var conversations, _, _)
                    && !conversations.isEmpty()
                    && to.feedSeq() > from.feedSeq()) {
                from = to;
            } else {
                return missed;
            }
        }
    }

    private Optional<SessionToken> token(HandshakeRequest handshake) {
        return Cookies.value(handshake.header("Cookie"), cookie.name()).map(SessionToken::new);
    }

    private static Optional<StoreId> store(WebSocketConnection connection) {
        try {
            return Optional.of(new StoreId(UUID.fromString(connection.pathParam("store"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
