package dev.shopbell.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/// Lets one address have no more sockets at a time than its people have a use for, whether they say
/// who they are or not. Whoever is refused still hears everything over HTTP.
///
/// This machine itself is not counted: what comes from there is, most of all, a proxy that does not
/// say for whom it asks.
@Singleton
final class Turnstile {

    private static final Logger LOG = Logger.getLogger("shopbell.socket");
    private static final int BEFORE_THE_SOCKETS = Integer.MIN_VALUE + 2;
    private static final String PAUSE_SECONDS = "30";

    private final LiveLimits limits;
    private final ClientAddress address;
    private final String problem;
    private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();

    Turnstile(LiveLimits limits, ClientAddress address, ObjectMapper json)
            throws JsonProcessingException {
        this.limits = limits;
        this.address = address;
        this.problem = json.writeValueAsString(Problem.of(HttpRefusal.TOO_MANY_REQUESTS, null));
    }

    void watch(@Observes Router router) {
        router.route().order(BEFORE_THE_SOCKETS).handler(this::pass);
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean isSocket = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
        if (!isSocket || address.isThisMachine(request)) {
            context.next();
            return;
        }
        String client = address.key(request);
        int sockets = inside.merge(client, 1, Integer::sum);
        // An upgraded connection carries nothing else, and a refused one is closed.
        request.connection().closeHandler(_ -> leave(client));
        if (sockets > limits.mostSocketsOfAnAddress()) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void leave(String client) {
        inside.computeIfPresent(client, (_, sockets) -> sockets == 1 ? null : sockets - 1);
    }

    private void refuse(RoutingContext context) {
        LOG.infof("refused status=429 code=%s", HttpRefusal.TOO_MANY_REQUESTS.code());
        context.response()
                .setStatusCode(HttpRefusal.TOO_MANY_REQUESTS.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem);
    }
}
