package dev.shopbell.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Answers that have no body, as RFC 9110 wants them. To HEAD they say what GET would be answered,
/// how long it is as well (8.6); there are no ranges of it (14.2). And what is not there is not
/// coded in any way: the compression says `identity` of it, which it takes back from bodies only.
@Singleton
final class BodilessAnswers {

    private static final String HEAD = HttpMethod.HEAD.name();
    private static final int NOT_MODIFIED = 304;
    private static final int EARLY = 100;

    @ServerRequestFilter
    void wholeOnly(ContainerRequestContext request) {
        if (request.getMethod().equals(HEAD)) {
            request.getHeaders().remove("Range");
        }
    }

    @ServerResponseFilter
    void tellLength(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HEAD) && response.getEntity() instanceof byte[] body) {
            response.getHeaders().putSingle("Content-Length", body.length);
        }
    }

    void start(@Observes Filters filters) {
        filters.register(
                routed -> {
                    routed.addHeadersEndHandler(_ -> sayNothingOfCoding(routed));
                    routed.next();
                },
                EARLY);
    }

    private static void sayNothingOfCoding(RoutingContext routed) {
        HttpServerResponse response = routed.response();
        if (routed.request().method().equals(HttpMethod.HEAD)
                || response.getStatusCode() == NOT_MODIFIED) {
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }
}
