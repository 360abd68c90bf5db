package dev.shopbell.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The server with short periods of waiting, for one test class alone: at its end it is told to go,
/// and sends every client away.
public final class RecordingServer implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "shopbell.live.ping-every", "0.5S",
                "shopbell.live.last-words", "1S",
                "shopbell.presence.grace", "3S",
                "shopbell.presence.settled-after", "0S");
    }
}
