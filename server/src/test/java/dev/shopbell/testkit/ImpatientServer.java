package dev.shopbell.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The server with every period of waiting made short.
public final class ImpatientServer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "shopbell.live.hello-within", "1S",
                "shopbell.live.ping-every", "0.5S",
                "shopbell.live.silence-ends", "2S",
                "shopbell.live.gone-within", "1S",
                "shopbell.presence.grace", "1.5S",
                "shopbell.presence.settled-after", "0S");
    }
}
