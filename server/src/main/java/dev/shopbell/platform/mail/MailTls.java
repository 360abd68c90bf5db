package dev.shopbell.platform.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Begins TLS on a connection to a mail server, with the server of that name only, and bounds what
/// is said in it.
final class MailTls extends SSLSocketFactory {

    private final SSLSocketFactory trusting;
    private final Supplier<Bounds> bounds;

    MailTls(SSLSocketFactory trusting, Supplier<Bounds> bounds) {
        this.trusting = trusting;
        this.bounds = bounds;
    }

    /// On a connection that is there, when its handshake is done.
    SSLSocket secured(Socket connected, String host, int port) throws IOException {
        if (trusting.createSocket(connected, host, port, true) instanceof SSLSocket socket) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 7817 asks for the same
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        }
        throw new IllegalStateException("a factory of TLS makes something else");
    }

    /// After STARTTLS.
    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean closesIt)
            throws IOException {
        return new MailSocket(secured(connected, host, port), bounds.get(), null);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return trusting.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return trusting.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw notConnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort) {
        throw notConnected();
    }

    private static UnsupportedOperationException notConnected() {
        return new UnsupportedOperationException("TLS begins on what is connected");
    }
}
