package dev.shopbell.platform.mail;

import java.io.IOException;

/// How much a mail server may say before anybody reads it. Whoever reads has to keep a line, an
/// answer, or what an answer announces, whole in memory.
interface Bounds {

    /// The server said this.
    ///
    /// @throws IOException when it is more than a mail server has to say
    void heard(byte[] bytes, int offset, int length) throws IOException;

    /// The server was asked something.
    void said();

    /// Too much was said.
    final class TooMuchException extends IOException {
        TooMuchException() {
            super("the server says too much");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
