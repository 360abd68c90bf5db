package dev.shopbell.platform.secret;

import dev.shopbell.platform.launch.LaunchException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/// The one secret of an installation. It is never used itself: every purpose has a key derived from
/// it, so that what leaks in one place opens nothing elsewhere.
public final class InstallationSecret {

    private static final int BYTES = 32;
    private static final String FILE = "secret.key";

    private final byte[] bytes;

    private InstallationSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What the operator configured, else the one kept in the data directory, which the first start
    /// draws.
    public static InstallationSecret of(@Nullable String configured, Path data) {
        if (configured != null && !configured.isBlank()) {
            return parse(configured.strip(), "SHOPBELL_SECRET_KEY");
        }
        PrivateFile file = new PrivateFile(data.resolve(FILE));
        if (!file.exists()) {
            file.write(draw());
        }
        return parse(file.read(), file.path().toString());
    }

    /// A key that is only good for this purpose, the same at every start and on every node.
    public SecretKey keyFor(String purpose, String algorithm) {
        try {
            HKDFParameterSpec derivation =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(bytes)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, derivation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }

    private static String draw() {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        return Base64.getEncoder().encodeToString(drawn);
    }

    private static InstallationSecret parse(String text, String origin) {
        byte[] parsed;
        try {
            parsed = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            // The cause would quote the secret.
            throw new LaunchException(origin + " is not base64.");
        }
        if (parsed.length < BYTES) {
            throw new LaunchException(
                    origin + " is too short: it needs at least " + BYTES + " bytes in base64.");
        }
        return new InstallationSecret(parsed);
    }
}
