package dev.shopbell.api;

import dev.shopbell.integration.ApiKeyRefusal;
import dev.shopbell.integration.ApiKeySecret;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.integration.Integration;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RateLimits.Left;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.ThrottledException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Holds every route under `/api/v1` to what it declares with [ForIntegrations]; one that declares
/// nothing lets nobody in. Tells each caller what is left of its share.
@Singleton
final class ApiDoor {

    private static final String ROUTES = "/api/v1/";
    private static final String BEARER = "Bearer ";

    private final ApiShares shares;
    private final CallingSystem caller;

    ApiDoor(ApiShares shares, CallingSystem caller) {
        this.shares = shares;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void filter(ContainerRequestContext request, ResourceInfo resource) {
        ForIntegrations declared =
                resource.getResourceMethod().getAnnotation(ForIntegrations.class);
        if (declared != null) {
            admit(request, declared.value());
        } else if (request.getUriInfo().getPath().startsWith(ROUTES)) {
            throw new RefusedException(HttpRefusal.NOT_PERMITTED); // it forgot to declare
        }
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().startsWith(ROUTES)) {
            return;
        }
        var headers = response.getHeaders();
        Left left = caller.left();
        if (left != null) {
            headers.putSingle("RateLimit-Limit", shares.perMinute());
            headers.putSingle("RateLimit-Remaining", left.now());
            headers.putSingle("RateLimit-Reset", seconds(left.full()));
        }
        if (response.getStatus() == ApiKeyRefusal.API_KEY_UNKNOWN.status()) {
            headers.putSingle("WWW-Authenticate", "Bearer");
        }
    }

    private void admit(ContainerRequestContext request, ApiScope[] wanted) {
        Integration integration =
                secret(request.getHeaderString("Authorization"))
                        .flatMap(shares::find)
                        .orElseThrow(() -> new RefusedException(ApiKeyRefusal.API_KEY_UNKNOWN));
        Left left = shares.take(integration);
        caller.is(integration, left);
        Duration wait = left.next();
        if (wait != null) {
            throw new ThrottledException(wait);
        }
        for (ApiScope scope : wanted) {
            if (!integration.may(scope)) {
                throw new RefusedException(
                        ApiKeyRefusal.SCOPE_MISSING, Map.of("scope", scope.word()));
            }
        }
    }

    /// The scheme's name is written in any case, RFC 9110.
    private static Optional<ApiKeySecret> secret(@Nullable String authorization) {
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? ApiKeySecret.parse(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
