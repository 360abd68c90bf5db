package dev.shopbell.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What the load generator hears is what was said, however the network cuts it.
class PeersTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void anHttpAnswerThatArrivesByteByByteIsOneAnswer() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst";

        talk(answer, new HttpPeer(new Answers()));

        assertThat(next()).isEqualTo("200 first");
    }

    @Test
    void framesThatArriveByteByByteAreWholeFrames() throws Exception {
        String longer = "x".repeat(300);
        String frames =
                "HTTP/1.1 101 Switching Protocols\r\n\r\n\u0081\u0002hi\u0081~\u0001,"
                        + longer
                        + "\u0088\u0002\u0003\u00f4";

        talk(frames, new SocketPeer("localhost", "/socket", "", "hello", new Frames()));

        assertThat(next()).isEqualTo("hi");
        assertThat(next()).isEqualTo(longer);
        assertThat(next()).isEqualTo("closed with 1012");
    }

    /// Says the characters, each a byte, one at a time.
    private static void talk(String said, Reactor.Peer peer) throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Reactor reactor = Reactor.start()) {
            reactor.connect(
                    new InetSocketAddress(door.getInetAddress(), door.getLocalPort()), peer);
            try (Socket socket = door.accept()) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                for (int at = 0; at < said.length(); at++) {
                    out.write(said.charAt(at));
                }
                Thread.sleep(200);
            } catch (IOException _) {
                // The peer closed first: it has heard what it wanted.
            }
            reactor.check();
        }
    }

    private String next() throws InterruptedException {
        return heard.poll(5, TimeUnit.SECONDS);
    }

    private final class Answers implements HttpPeer.Listener {
        @Override
        public void free(HttpPeer peer) {}

        @Override
        public void answered(int status, String body) {
            heard.add(status + " " + body);
        }

        @Override
        public void closed() {}
    }

    private final class Frames implements SocketPeer.Listener {
        @Override
        public void heard(SocketPeer peer, String frame) {
            heard.add(frame);
        }

        @Override
        public void closed(String why) {
            heard.add(why);
        }
    }
}
