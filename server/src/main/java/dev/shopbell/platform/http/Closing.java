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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that stops takes on nothing new and finishes what it has begun: once everybody else who
/// heard that it stops has done what there was to do, each further request is to be repeated, and
/// those that have begun are waited for.
@Singleton
final class Closing {

    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final String PAUSE_SECONDS = "2";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String problem;
    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean closed;

    Closing(ObjectMapper json) throws JsonProcessingException {
        this.problem = json.writeValueAsString(Problem.ours(503, "unavailable"));
    }

    void watch(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::admit);
    }

    void close(
            @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER)
                    ShutdownDelayInitiatedEvent stopping)
            throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (begun.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private void admit(RoutingContext request) {
        if (closed) {
            refuse(request);
            return;
        }
        if (!isSocket(request)) {
            begun.incrementAndGet();
            request.addEndHandler(_ -> begun.decrementAndGet());
        }
        request.next();
    }

    private static boolean isSocket(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaders.UPGRADE));
    }

    private void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(503)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS)
                .end(problem);
    }
}
