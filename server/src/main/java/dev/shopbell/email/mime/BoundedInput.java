package dev.shopbell.email.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Ends after so many bytes, and remembers whether there were more or reading itself failed.
final class BoundedInput extends FilterInputStream {

    private long left;
    private boolean wasCut;
    private @Nullable IOException failure;

    BoundedInput(InputStream in, long most) {
        super(in);
        left = most;
    }

    boolean wasCut() {
        return wasCut;
    }

    /// Throws what reading failed with, whatever the parser made of it.
    void rethrowFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            if (left == 0) {
                wasCut = wasCut || in.read() >= 0;
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
