package dev.shopbell.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.http.BodySizes.BodySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// No body is larger than its route allows. One that announces its length is refused before
/// anything is read; one that does not is stopped by [BoundedBody] while it arrives. Quarkus has a
/// larger limit behind, which answers without a word.
@Singleton
final class BodyLimit {

    private static final Logger LOG = Logger.getLogger("shopbell.http");
    private static final long DISCARDED_AT_MOST = 16;
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

    private final BodySizes sizes;
    private final ObjectMapper json;

    BodyLimit(BodySizes sizes, ObjectMapper json) {
        this.sizes = sizes;
        this.json = json;
    }

    void watch(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::check);
    }

    private void check(RoutingContext request) {
        String announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long length = announced == null ? 0 : Long.parseLong(announced);
        if (length <= BodySizes.MOST_JSON_BYTES) {
            request.next();
            return;
        }
        BodySize size = sizes.of(request.request().method().name(), request.normalizedPath());
        if (length <= size.mostBytes()) {
            request.next();
            return;
        }
        refuse(request, size);
    }

    private void refuse(RoutingContext request, BodySize size) {
        RefusedException refused = size.refusal();
        LOG.infof("refused status=413 code=%s", refused.refusal().code());
        request.response()
                .setStatusCode(refused.refusal().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(written(Problem.of(refused.refusal(), null, refused.more())));
        discard(request.request(), DISCARDED_AT_MOST * size.mostBytes());
    }

    /// A client sends first and listens afterwards: one that is hung up on while sending never gets
    /// the answer. So what comes is taken and dropped, within reason.
    private static void discard(HttpServerRequest request, long most) {
        AtomicLong discarded = new AtomicLong();
        request.handler(part -> {
            if (discarded.addAndGet(part.length()) > most) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
