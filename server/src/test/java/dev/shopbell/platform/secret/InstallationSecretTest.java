package dev.shopbell.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretTest {

    private static final String CONFIGURED = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir private Path data;

    @Test
    void theFirstStartDrawsOneAndLaterStartsFindIt() {
        byte[] drawn = keyOf(InstallationSecret.of(null, data));

        assertThat(keyOf(InstallationSecret.of(null, data))).isEqualTo(drawn);
    }

    @Test
    void twoInstallationsDrawDifferentOnes() throws IOException {
        Path another = Files.createDirectory(data.resolve("another"));

        assertThat(keyOf(InstallationSecret.of(null, data)))
                .isNotEqualTo(keyOf(InstallationSecret.of(null, another)));
    }

    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        InstallationSecret.of(null, data);

        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersCanReadIsClosed() throws IOException {
        InstallationSecret.of(null, data);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        InstallationSecret.of(null, data);

        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void aConfiguredOneIsUsedAndNothingIsWritten() {
        InstallationSecret.of(CONFIGURED, data);

        assertThat(file()).doesNotExist();
    }

    @Test
    void everyPurposeHasAKeyOfItsOwn() {
        InstallationSecret secret = InstallationSecret.of(CONFIGURED, data);

        assertThat(secret.keyFor("mail", "HmacSHA256").getEncoded())
                .hasSize(32)
                .isNotEqualTo(secret.keyFor("files", "HmacSHA256").getEncoded())
                .isEqualTo(secret.keyFor("mail", "HmacSHA256").getEncoded());
    }

    @Test
    void aShortOneIsRefusedWithoutRepeatingIt() {
        String tooShort = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> InstallationSecret.of(tooShort, data))
                .isInstanceOf(LaunchException.class)
                .hasMessage(
                        "SHOPBELL_SECRET_KEY is too short: it needs at least 32 bytes in base64.");
    }

    @Test
    void oneThatIsNotBase64IsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> InstallationSecret.of("not at all!", data))
                .isInstanceOf(LaunchException.class)
                .hasMessage("SHOPBELL_SECRET_KEY is not base64.")
                .hasNoCause();
    }

    @Test
    void itNeverShowsItself() {
        assertThat(InstallationSecret.of(CONFIGURED, data)).hasToString("***");
    }

    private Path file() {
        return data.resolve("secret.key");
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }

    private static byte[] keyOf(InstallationSecret secret) {
        return secret.keyFor("test", "HmacSHA256").getEncoded();
    }
}
