package dev.shopbell.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Takes a connection and never comes to an end with it; the other side has to.
final class HangingMailServer implements AutoCloseable {

    enum Where {
        /// It says nothing at all.
        AT_THE_DOOR,
        /// It has all of the mail and says nothing to it.
        AFTER_DATA,
        /// It says one byte after the other, each in time.
        IN_THE_MIDDLE_OF_A_LINE
    }

    private static final int BETWEEN_BYTES_MILLIS = 50;

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Where where;

    HangingMailServer(Where where) throws IOException {
        this.where = where;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    void awaitEndOfConversation() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = client.getOutputStream();
            switch (where) {
                case AT_THE_DOOR -> readToTheEnd(in);
                case AFTER_DATA -> takeAMail(in, out);
                case IN_THE_MIDDLE_OF_A_LINE -> say(out);
            }
        } catch (IOException | InterruptedException _) {
            // They hung up.
        } finally {
            ended.countDown();
        }
    }

    private static void takeAMail(BufferedReader in, OutputStream out) throws IOException {
        answer(out, "220 ready");
        String line = in.readLine();
        while (line != null && !line.equals("DATA")) {
            answer(out, "250 fine");
            line = in.readLine();
        }
        answer(out, "354 go on");
        readToTheEnd(in);
    }

    private static void readToTheEnd(BufferedReader in) throws IOException {
        while (in.readLine() != null) {
            // Whatever they say.
        }
    }

    private static void say(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            out.write('2');
            out.flush();
            Thread.sleep(BETWEEN_BYTES_MILLIS);
        }
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
