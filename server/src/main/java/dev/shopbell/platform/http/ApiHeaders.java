package dev.shopbell.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What the API answers is for the one who asked: no cache keeps it, no browser guesses what it is.
final class ApiHeaders {

    @ServerResponseFilter
    void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putIfAbsent("Cache-Control", List.of("no-store"));
            headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
        }
    }
}
