package dev.shopbell.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The server with announcements switched off: all it knows it has from comparing with the
/// database, once a second.
public final class DeafServer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("shopbell.announce", "false");
    }
}
