package dev.shopbell.limits;

import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The server with limits that a test reaches, behind a proxy that names the client's address.
public final class FewOfEverything implements QuarkusTestProfile {

    static final int FEW = 3;
    static final int FEW_A_DAY = 8;

    /// An address that nobody has used yet.
    static String address() {
        String random = UUID.randomUUID().toString();
        return "2001:db8:%s:%s::1".formatted(random.substring(0, 4), random.substring(4, 8));
    }

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
                        Map.ofEntries(
                                limit("visitor-posts-per-minute", FEW),
                                limit("address-new-visitors-per-minute", FEW),
                                limit("address-posts-per-minute", 2 * FEW),
                                limit("visitor-tellings-per-minute", FEW),
                                limit("address-confirmations-per-minute", FEW),
                                limit("visitor-uploads-per-minute", FEW),
                                limit("address-uploads-per-minute", 2 * FEW),
                                limit("account-sign-ins-per-minute", FEW),
                                limit("account-sign-ins-anywhere-per-day", FEW_A_DAY),
                                limit("address-sign-ins-per-minute", 2 * FEW),
                                limit("account-password-resets-per-day", FEW),
                                limit("store-invitations-per-minute", 2 * FEW),
                                limit("addressee-invitations-per-minute", FEW),
                                limit("member-searches-per-minute", FEW),
                                limit("member-drafts-per-minute", FEW),
                                limit("member-bulk-actions-per-minute", FEW),
                                limit("member-transcripts-per-minute", FEW),
                                limit("api-key-requests-per-minute", FEW),
                                limit("address-unknown-api-keys-per-minute", FEW),
                                limit("set-up-codes-per-minute", FEW))));
    }

    private static Map.Entry<String, String> limit(String name, int most) {
        return Map.entry("shopbell.limits." + name, Integer.toString(most));
    }
}
