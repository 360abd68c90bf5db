package dev.shopbell.limits;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The server with limits that a test reaches, behind a proxy that names the client's address, and
/// with a token for its metrics.
public final class FewOfEverything implements QuarkusTestProfile {

    static final int FEW = 3;
    static final String METRICS_TOKEN = "only for the monitoring";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "shopbell.metrics.token", METRICS_TOKEN,
                "shopbell.limits.visitor-posts-per-minute", "" + FEW,
                "shopbell.limits.address-new-visitors-per-minute", "" + FEW,
                "shopbell.limits.account-sign-ins-per-minute", "" + FEW);
    }
}
