package dev.shopbell.platform.database.embedded;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// PostgreSQL refuses to run as root. A user namespace in which we are nobody in particular
/// satisfies it without any account, and its files stay ours.
final class StepDown {

    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private StepDown() {}

    /// What to put in front of a command so that PostgreSQL accepts who runs it.
    static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        if (!canEnterNamespace()) {
            throw new LaunchException(
                    "PostgreSQL refuses to run as root, and this system does not let root step down"
                            + " (unshare -U fails): start Shopbell as another user.");
        }
        return NAMESPACE;
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException _) {
            return false; // no /proc: PostgreSQL itself will say so if we are root after all
        }
    }

    private static boolean canEnterNamespace() {
        try {
            Process attempt =
                    new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return attempt.waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while starting PostgreSQL.", e);
        }
    }
}
