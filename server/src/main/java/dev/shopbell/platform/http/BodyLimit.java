package dev.shopbell.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// No body is larger than this. One that announces its length is refused before anything is read;
/// one that does not is stopped by [BoundedBody] while it arrives. Quarkus has a larger limit
/// behind, which answers without a word.
@Singleton
final class BodyLimit {

    static final int MOST_BYTES = 64 * 1024;

    private static final Logger LOG = Logger.getLogger("shopbell.http");
    private static final long MOST_DISCARDED = 1024 * 1024;
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

    private final String problem;

    BodyLimit(ObjectMapper json) throws JsonProcessingException {
        this.problem = json.writeValueAsString(Problem.of(HttpRefusal.BODY_TOO_LARGE, null));
    }

    void watch(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::check);
    }

    private void check(RoutingContext request) {
        String announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || Long.parseLong(announced) <= MOST_BYTES) {
            request.next();
            return;
        }
        LOG.infof("refused status=413 code=%s", HttpRefusal.BODY_TOO_LARGE.code());
        request.response()
                .setStatusCode(HttpRefusal.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem);
        discard(request.request());
    }

    /// A client sends first and listens afterwards: one that is hung up on while sending never gets
    /// the answer. So what comes is taken and dropped, within reason.
    private static void discard(HttpServerRequest request) {
        AtomicLong discarded = new AtomicLong();
        request.handler(part -> {
            if (discarded.addAndGet(part.length()) > MOST_DISCARDED) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
