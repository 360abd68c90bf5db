package dev.shopbell.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/// A server that stops finishes what it has begun and takes on nothing new: once everybody else who
/// heard that it stops has done what there was to do, each further request is to be repeated.
@Singleton
final class Closing {

    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final String PAUSE_SECONDS = "2";

    private final String problem;
    private volatile boolean closed;

    Closing(ObjectMapper json) throws JsonProcessingException {
        this.problem = json.writeValueAsString(Problem.ours(503, "unavailable"));
    }

    void watch(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::admit);
    }

    void close(
            @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER)
                    ShutdownDelayInitiatedEvent stopping) {
        closed = true;
    }

    private void admit(RoutingContext request) {
        if (!closed) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(503)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS)
                .end(problem);
    }
}
