package dev.shopbell.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// No body is larger than this. One that announces its length is refused before anything is read;
/// one that does not is stopped by [BoundedBody] while it arrives. Quarkus has a larger limit
/// behind, which answers without a word.
@Singleton
final class BodyLimit {

    static final int MOST_BYTES = 64 * 1024;

    private static final Logger LOG = Logger.getLogger("shopbell.http");
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
        // Nobody reads the rest of it, so no other request can follow on this connection.
        request.response()
                .setStatusCode(HttpRefusal.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(problem)
                .onComplete(_ -> request.request().connection().close());
    }
}
