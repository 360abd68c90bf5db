package dev.shopbell.email.inbound;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Listens for other mail servers, whose connections end when [Patience] does: a limit on silence
/// alone is none for who sends a byte now and then.
final class PatientListener extends ServerSocket {

    private final Patience patience;

    PatientListener(Patience patience) throws IOException {
        this.patience = patience;
    }

    @Override
    public Socket accept() throws IOException {
        Socket socket = new Patient(patience);
        implAccept(socket);
        return socket;
    }

    private static final class Patient extends Socket {

        private final Patience patience;

        Patient(Patience patience) {
            this.patience = patience;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new BufferedInputStream(new Heard(super.getInputStream(), this, patience));
        }
    }

    private static final class Heard extends FilterInputStream {

        private final Socket socket;
        private final Patience patience;
        private final long began = System.nanoTime();
        private long bytes;

        Heard(InputStream in, Socket socket, Patience patience) {
            super(in);
            this.socket = socket;
            this.patience = patience;
        }

        @Override
        public int read() throws IOException {
            waitNoLonger();
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            waitNoLonger();
            int read = super.read(into, offset, length);
            bytes += Math.max(0, read);
            return read;
        }

        private void waitNoLonger() throws IOException {
            long left = patience.left(Duration.ofNanos(System.nanoTime() - began), bytes);
            if (left <= 0) {
                throw new SocketTimeoutException("it took too long altogether");
            }
            socket.setSoTimeout((int) left);
        }
    }
}
