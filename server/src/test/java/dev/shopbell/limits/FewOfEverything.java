package dev.shopbell.limits;

import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/// The server with limits that a test reaches, behind a proxy that names the client's address. What
/// goes for an account from anywhere stays out of reach.
public final class FewOfEverything implements QuarkusTestProfile {

    static final int FEW = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.http.proxy.proxy-address-forwarding", "true");
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(
                        PostgresForTests.class,
                        Map.of(
                                "shopbell.limits.visitor-posts-per-minute", "" + FEW,
                                "shopbell.limits.address-new-visitors-per-minute", "" + FEW,
                                "shopbell.limits.address-posts-per-minute", "" + 2 * FEW,
                                "shopbell.limits.account-sign-ins-per-minute", "" + FEW,
                                "shopbell.limits.address-sign-ins-per-minute", "" + 2 * FEW,
                                "shopbell.limits.store-invitations-per-minute", "" + 2 * FEW,
                                "shopbell.limits.addressee-invitations-per-minute", "" + FEW,
                                "shopbell.limits.set-up-codes-per-minute", "" + FEW)));
    }
}
