package dev.shopbell.benchmark.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.benchmark.load.HttpPeer;
import dev.shopbell.benchmark.posts.Meaning;
import dev.shopbell.benchmark.posts.Post;
import dev.shopbell.benchmark.program.World;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// As little server as can be: takes the same requests, makes the same commit, and pushes the text
/// to the two sockets concerned, without asking who anybody is or whether anything is right. What
/// it needs, nobody can do without; what ours needs on top is what we pay for being Shopbell.
public final class BareServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    // For the key that our own clients always send; RFC 6455, 1.3.
    private static final String ACCEPTED = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private final BareDatabase database;
    private final Map<String, OutputStream> staff = new ConcurrentHashMap<>(); // by store's id
    private final Map<String, OutputStream> shoppers = new ConcurrentHashMap<>(); // by secret

    private BareServer(BareDatabase database) {
        this.database = database;
    }

    /// Arguments: port, JDBC address, password, file with the [Post] as JSON, connections.
    public static void main(String... arguments) throws IOException, SQLException {
        Post post = JSON.readValue(Path.of(arguments[3]).toFile(), Post.class);
        BareServer server =
                new BareServer(
                        BareDatabase.connect(
                                arguments[1], arguments[2], post, Integer.parseInt(arguments[4])));
        try (ServerSocket door =
                new ServerSocket(
                        Integer.parseInt(arguments[0]), 1_000, InetAddress.getLoopbackAddress())) {
            System.out.println("ready at " + door.getLocalPort());
            while (true) {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                var _ = Thread.ofVirtual().start(() -> server.serve(socket));
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1024);
            OutputStream out = socket.getOutputStream();
            while (true) {
                BareRequest request = BareRequest.read(in);
                if (request.path().endsWith("/socket")) {
                    listen(request, in, out);
                    return;
                }
                post(request);
                out.write(HttpPeer.ascii("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));
            }
        } catch (IOException _) {
            // The client is gone.
        } catch (SQLException e) {
            // The client learns by a closed connection, whoever measures by the program's log.
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Never reads another frame: nobody says more than hello.
    private void listen(BareRequest request, InputStream in, OutputStream out) throws IOException {
        out.write(
                HttpPeer.ascii(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                + ACCEPTED
                                + "\r\n\r\n"));
        String[] path = request.path().split("/");
        if (path[2].equals("staff")) {
            staff.put(path[4], out);
        } else {
            shoppers.put(JSON.readTree(BareRequest.frame(in)).get("secret").asText(), out);
        }
        push(out, "{\"type\":\"welcome\"}");
        in.transferTo(OutputStream.nullOutputStream());
    }

    /// `/api/widget/KEY/conversations/CONVERSATION/messages/MESSAGE`
    private void post(BareRequest request) throws IOException, SQLException, InterruptedException {
        String[] path = request.path().split("/");
        String secret = request.headers().getOrDefault("authorization", "").substring(7);
        String text = JSON.readTree(request.body()).get("text").asText();
        String store = World.storeId(Integer.parseInt(path[3])).toString();
        Map<Meaning, String> values = new EnumMap<>(Meaning.class);
        values.put(Meaning.STORE, store);
        values.put(Meaning.SECRET_HASH, "\\x" + hash(secret));
        values.put(Meaning.CONVERSATION, path[5]);
        values.put(Meaning.MESSAGE, path[7]);
        values.put(Meaning.TEXT, text);
        database.post(values);
        ObjectNode frame = JSON.createObjectNode().put("type", "message").put("text", text);
        push(staff.get(store), frame.toString());
        push(shoppers.get(secret), frame.toString());
    }

    private static void push(@Nullable OutputStream to, String text) {
        if (to == null) {
            return;
        }
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 4);
        frame.put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        frame.put(payload);
        try {
            synchronized (to) {
                to.write(frame.array(), 0, frame.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
