package dev.shopbell.realtime;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The connection below a socket, for three things the framework does not do. It waits for the
/// client to take the last frame before it hangs up, which one that reads nothing never does. It
/// hangs up without a code when a frame is broken or too large. And it answers pings, however many.
@Singleton
final class Wire implements HttpUpgradeCheck {

    private static final TypedKey<ChannelHandlerContext> KEY = new TypedKey<>("shopbell-wire");

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (context.httpRequest().connection() instanceof ConnectionBase connection) {
            ChannelHandlerContext wire = connection.channelHandlerContext();
            context.userData().put(KEY, wire);
            wire.pipeline()
                    .addBefore(wire.name(), "shopbell-frames", new RawFrames(context.userData()));
        }
        return CheckResult.permitUpgrade();
    }

    /// At once and without a word. From this place on the wire, and not from its end, where the
    /// framework would wait for what is still to be sent.
    static void hangUp(WebSocketConnection connection) {
        ChannelHandlerContext wire = connection.userData().get(KEY);
        if (wire != null) {
            var _ = wire.close();
        }
    }

    /// What comes in. Once a frame is broken, what follows on this connection is read by nobody.
    private static final class RawFrames extends ChannelInboundHandlerAdapter {

        private final UserData userData;

        RawFrames(UserData userData) {
            this.userData = userData;
        }

        /// Whole messages are counted where they are heard; what never gets there is counted here.
        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) throws Exception {
            LiveSocket socket = userData.get(LiveSocket.KEY);
            if (socket != null
                    && isWordless(frame)
                    && !socket.heard().addWordless(System.nanoTime())) {
                ReferenceCountUtil.release(frame);
                socket.end(Ending.TOO_MANY_FRAMES);
            } else {
                super.channelRead(context, frame);
            }
        }

        private static boolean isWordless(Object frame) {
            return frame instanceof PingWebSocketFrame
                    || frame instanceof PongWebSocketFrame
                    || frame instanceof ContinuationWebSocketFrame;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause)
                throws Exception {
            LiveSocket socket = userData.get(LiveSocket.KEY);
            if (socket != null && cause instanceof CorruptedWebSocketFrameException broken) {
                socket.end(endingOf(broken.closeStatus()));
            } else {
                super.exceptionCaught(context, cause);
            }
        }

        private static Ending endingOf(@Nullable WebSocketCloseStatus status) {
            return WebSocketCloseStatus.MESSAGE_TOO_BIG.equals(status)
                    ? Ending.TOO_LARGE
                    : Ending.NOT_A_FRAME;
        }
    }
}
