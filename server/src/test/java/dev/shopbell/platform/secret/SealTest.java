package dev.shopbell.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] CONTENT = "a quiet harbour".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = new Seal(secret(1), "harbours");

    @Test
    void whatIsSealedOpensWithTheSameSecretForTheSamePurpose() {
        byte[] sealed = seal.close(CONTENT);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("harbour");
        assertThat(new Seal(secret(1), "harbours").open(sealed)).contains(CONTENT);
        assertThat(new Seal(secret(1), "bays").open(sealed)).isEmpty();
        assertThat(new Seal(secret(2), "harbours").open(sealed)).isEmpty();
    }

    @Test
    void nobodyChangesABitOfIt() {
        byte[] sealed = seal.close(CONTENT);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(seal.open(changed)).as("byte %d", at).isEmpty();
        }
        assertThat(seal.open(new byte[0])).isEmpty();
        assertThat(seal.open(new byte[20])).isEmpty();
    }

    @Test
    void theSameNeverLooksTheSame() {
        assertThat(seal.close(CONTENT)).isNotEqualTo(seal.close(CONTENT));
    }

    private static InstallationSecret secret(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return InstallationSecret.of(Base64.getEncoder().encodeToString(bytes), Path.of("target"));
    }
}
