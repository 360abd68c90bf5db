package dev.shopbell.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Stops a body of unannounced length where it becomes too large; see [BodyLimit].
@Provider
public final class BoundedBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        if (!request.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH)) {
            request.setInputStream(new Bounded(request.getInputStream()));
        }
        return request.proceed();
    }

    private static final class Bounded extends FilterInputStream {

        private int left = BodyLimit.MOST_BYTES;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new RefusedException(HttpRefusal.BODY_TOO_LARGE);
            }
        }
    }
}
