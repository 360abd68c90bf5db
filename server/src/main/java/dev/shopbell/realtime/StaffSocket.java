package dev.shopbell.realtime;

import dev.shopbell.inbox.DraftView;
import dev.shopbell.inbox.Position;
import dev.shopbell.inbox.Position.Positions;
import dev.shopbell.message.Drafts;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.presence.Presence;
import dev.shopbell.realtime.ClientFrame.Hello;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Session;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.SessionToken;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.Staff;
import dev.shopbell.store.StoreId;
import io.quarkus.websockets.next.HandshakeRequest;
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
import java.util.Optional;
import java.util.UUID;

/// Where staff hear what happens in a store. The session cookie says who they are, `Origin` that it
/// is our page which asks, `hello` how far they know the feed.
@WebSocket(path = "/api/staff/stores/{store}/socket")
@Singleton
final class StaffSocket {

    private final LiveSockets sockets;
    private final Ears ears;
    private final Database database;
    private final Feeds feeds;
    private final Frames frames;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Installation installation;
    private final StaffChanges changes;
    private final Positions positions;
    private final Presence presence;
    private final Drafts drafts;

    StaffSocket(
            LiveSockets sockets,
            Ears ears,
            Database database,
            Feeds feeds,
            Frames frames,
            Sessions sessions,
            SessionCookie cookie,
            Installation installation,
            StaffChanges changes,
            Positions positions,
            Presence presence,
            Drafts drafts) {
        this.sockets = sockets;
        this.ears = ears;
        this.database = database;
        this.feeds = feeds;
        this.frames = frames;
        this.sessions = sessions;
        this.cookie = cookie;
        this.installation = installation;
        this.changes = changes;
        this.positions = positions;
        this.presence = presence;
        this.drafts = drafts;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        ears.open(sockets.opened(connection), () -> isOurPage(connection));
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
        String epoch = hello.epoch();
        if (epoch == null) {
            socket.end(Ending.NOT_A_FRAME);
            return;
        }
        if (!isOurPage(socket.connection())) {
            socket.end(Ending.WRONG_ORIGIN);
            return;
        }
        SessionToken token = token(socket.connection().handshakeRequest()).orElse(null);
        Session session = token == null ? null : sessions.find(token).orElse(null);
        if (token == null || session == null) {
            socket.end(Ending.SIGNED_OUT);
            return;
        }
        store(socket.connection())
                .flatMap(session::in)
                .filter(member -> member.may(Permission.CONVERSATION_MANAGEMENT))
                .ifPresentOrElse(
                        member ->
                                join(
                                        socket,
                                        member,
                                        session.staff(),
                                        token,
                                        new Position(epoch, hello.after())),
                        () -> socket.end(Ending.NOT_FOUND));
    }

    /// Joined first, read afterwards: what happens meanwhile waits in the held socket, so that
    /// nothing falls between what was missed and what comes.
    private void join(
            LiveSocket socket, Member member, Staff person, SessionToken token, Position known) {
        StoreFeed feed = feeds.of(member.store());
        StaffReader reader =
                new StaffReader(
                        member, person, token, socket, feed, frames, positions.epoch(member));
        feed.join(reader);
        if (!socket.readBy(reader)) {
            reader.leave(false);
            return;
        }
        List<String> first = database.inStore(member.store(), tx -> whatIsKept(tx, member));
        changes.allAfter(member, known).forEach(frame -> first.add(frames.write(frame)));
        socket.release(first);
    }

    /// What a client knows of besides the feed, as a whole.
    private List<String> whatIsKept(StoreTransaction tx, Member member) {
        List<String> kept = new ArrayList<>();
        kept.add(frames.write(new ServerFrame.Online(presence.onlineFor(tx, member))));
        kept.add(
                frames.write(
                        new ServerFrame.Drafts(
                                drafts.of(tx, member).stream().map(DraftView::of).toList())));
        return kept;
    }

    private boolean isOurPage(WebSocketConnection connection) {
        String origin = connection.handshakeRequest().header("Origin");
        return installation.publicUrl().map(url -> url.origin().equals(origin)).orElse(false);
    }

    private Optional<SessionToken> token(HandshakeRequest handshake) {
        return Cookies.value(handshake.header("Cookie"), cookie.name())
                .flatMap(SessionToken::parse);
    }

    private static Optional<StoreId> store(WebSocketConnection connection) {
        try {
            return Optional.of(new StoreId(UUID.fromString(connection.pathParam("store"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
