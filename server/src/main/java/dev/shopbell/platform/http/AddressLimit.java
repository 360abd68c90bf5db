package dev.shopbell.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// No address is longer than ours have to be, with what is asked for in them. The HTTP server has a
/// larger limit behind, which answers without a word.
@Singleton
final class AddressLimit {

    private static final Logger LOG = Logger.getLogger("shopbell.http");
    private static final int MOST_CHARACTERS = 4096;
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;

    private final String refusal;

    AddressLimit(ObjectMapper json) throws JsonProcessingException {
        this.refusal = json.writeValueAsString(Problem.of(HttpRefusal.ADDRESS_TOO_LONG, null));
    }

    void watch(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (request.request().uri().length() <= MOST_CHARACTERS) {
            request.next();
            return;
        }
        LOG.infof("refused status=414 code=%s", HttpRefusal.ADDRESS_TOO_LONG.code());
        request.response()
                .setStatusCode(HttpRefusal.ADDRESS_TOO_LONG.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(refusal);
    }
}
