package dev.shopbell.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A server as it is started for the very first time: nobody owns it, and nobody has said where
/// browsers reach it. What it prints is in a file, and few sign-ins from one address are too many.
public final class FirstRun implements QuarkusTestProfile {

    /// What the operator reads.
    public static final Path LOG =
            Path.of("target", "first-run-%d.log".formatted(ProcessHandle.current().pid()));

    public static final int ADDRESS_SIGN_INS = 5;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.log.file.enabled", "true", "quarkus.log.file.path", LOG.toString());
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
                                "shopbell.public-url",
                                "",
                                "shopbell.limits.address-sign-ins-per-minute",
                                "" + ADDRESS_SIGN_INS)));
    }
}
