package dev.shopbell.platform.mail;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/// A connection to a mail server, which may say no more than its [Bounds]. They are kept where the
/// words are read in the clear: above TLS, if there is any.
final class MailSocket extends Socket {

    /// Has the socket secured once it is connected.
    @FunctionalInterface
    interface Securing {
        Socket secured(Socket connected) throws IOException;
    }

    private final Bounds bounds;
    private final @Nullable Securing securing;
    private volatile Socket inner;

    /// @param inner not connected yet, unless nothing is to be secured
    MailSocket(Socket inner, Bounds bounds, @Nullable Securing securing) {
        this.inner = inner;
        this.bounds = bounds;
        this.securing = securing;
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
        connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
        inner.connect(to, timeout);
        if (securing != null) {
            inner = securing.secured(inner);
        }
    }

    @Override
    public void bind(SocketAddress from) throws IOException {
        inner.bind(from);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(inner.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = in.read(buffer, offset, length);
                if (count > 0) {
                    bounds.heard(buffer, offset, count);
                }
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(inner.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                bounds.said();
                out.write(bytes, offset, length);
            }
        };
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        inner.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return inner.getSoTimeout();
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        return inner.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return inner.getLocalAddress();
    }

    @Override
    public int getPort() {
        return inner.getPort();
    }

    @Override
    public int getLocalPort() {
        return inner.getLocalPort();
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return inner.getRemoteSocketAddress();
    }

    @Override
    public @Nullable SocketAddress getLocalSocketAddress() {
        return inner.getLocalSocketAddress();
    }

    @Override
    public boolean isConnected() {
        return inner.isConnected();
    }

    @Override
    public boolean isBound() {
        return inner.isBound();
    }

    @Override
    public boolean isClosed() {
        return inner.isClosed();
    }
}
