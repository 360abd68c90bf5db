package dev.shopbell.platform.mail;

import dev.shopbell.platform.mail.MailSocket.Securing;
import dev.shopbell.platform.network.Reach;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Sockets for mail servers: bounded in what they bring, and to a store's server only where
/// [MailReach] lets them. The address that is asked about is the one that is connected to: a name
/// that answers differently the second time gains nothing.
final class GuardedSockets extends SocketFactory {

    private final @Nullable MailReach reach;
    private final Supplier<Bounds> bounds;
    private final @Nullable Securing securing;

    /// @param reach null: anywhere
    /// @param securing null: in the clear
    GuardedSockets(
            @Nullable MailReach reach, Supplier<Bounds> bounds, @Nullable Securing securing) {
        this.reach = reach;
        this.bounds = bounds;
        this.securing = securing;
    }

    @Override
    public Socket createSocket() {
        Socket plain = reach == null ? new Socket() : new GuardedSocket(reach);
        return new MailSocket(plain, bounds.get(), securing);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, localPort));
    }

    private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from)
            throws IOException {
        Socket socket = createSocket();
        try {
            if (from != null) {
                socket.bind(from);
            }
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class GuardedSocket extends Socket {

        private final MailReach reach;

        GuardedSocket(MailReach reach) {
            this.reach = reach;
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, 0);
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            InetSocketAddress server = (InetSocketAddress) to;
            if (!reach.allowsPort(server.getPort())) {
                throw new Reach.OutOfReachException();
            }
            List<InetAddress> addresses = reach.addresses(server.getHostString());
            super.connect(new InetSocketAddress(addresses.getFirst(), server.getPort()), timeout);
        }
    }
}
