package dev.shopbell.app;

import dev.shopbell.platform.secret.InstallationSecret;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/// Hands out the secret from where the operator put it. It is not passed on as a property, because
/// properties can be listed.
final class SecretOfThisInstallation {

    @Produces
    @Singleton
    InstallationSecret secret(Config config) {
        return InstallationSecret.of(
                config.getOptionalValue("SHOPBELL_SECRET_KEY", String.class).orElse(null),
                Path.of(config.getValue("shopbell.data", String.class)));
    }
}
