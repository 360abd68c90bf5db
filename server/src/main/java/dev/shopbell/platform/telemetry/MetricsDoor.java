package dev.shopbell.platform.telemetry;

import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Metrics say how busy a shop is, so they are for those who run the server: `/q/metrics` answers
/// to `Authorization: Bearer` with the token of `SHOPBELL_METRICS_TOKEN`. To everybody else, and
/// always while no token is set, it does not exist. Health is public: it says up or down.
@Singleton
final class MetricsDoor {

    private static final int BEFORE_THE_METRICS = Integer.MIN_VALUE + 1;
    private static final int NOT_FOUND = 404;

    /// `shopbell.metrics.*`
    @ConfigMapping(prefix = "shopbell.metrics")
    interface Settings {
        Optional<String> token();
    }

    private final Settings settings;

    MetricsDoor(Settings settings) {
        this.settings = settings;
    }

    void watch(@Observes Router router) {
        router.route().order(BEFORE_THE_METRICS).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().startsWith("/q/metrics") && !isAllowed(request)) {
            request.response().setStatusCode(NOT_FOUND).end();
            return;
        }
        request.next();
    }

    private boolean isAllowed(RoutingContext request) {
        String given = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return given != null
                && settings.token()
                        .map(wanted -> sameInConstantTime("Bearer " + wanted, given))
                        .orElse(false);
    }

    private static boolean sameInConstantTime(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
