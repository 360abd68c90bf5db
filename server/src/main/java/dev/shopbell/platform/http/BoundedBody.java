package dev.shopbell.platform.http;

import dev.shopbell.platform.http.BodySizes.BodySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
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

    private final BodySizes sizes;
    private final CurrentVertxRequest current;

    BoundedBody(BodySizes sizes, CurrentVertxRequest current) {
        this.sizes = sizes;
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        if (!request.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH)) {
            RoutingContext routed = current.getCurrent();
            BodySize size = sizes.of(routed.request().method().name(), routed.normalizedPath());
            request.setInputStream(new Bounded(request.getInputStream(), size));
        }
        return request.proceed();
    }

    private static final class Bounded extends FilterInputStream {

        private final BodySize size;
        private int left;

        Bounded(InputStream body, BodySize size) {
            super(body);
            this.size = size;
            this.left = size.mostBytes();
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
                throw size.refusal();
            }
        }
    }
}
