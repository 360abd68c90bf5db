package dev.shopbell.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.attachment.Viewer;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.store.StoreId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How long the address of a file names who may look at it.
class ViewersTest {

    private static final StoreId STORE = new StoreId(UUID.randomUUID());
    private static final VisitorSecret ANNA = new VisitorSecret("a".repeat(43));

    private Instant now = Instant.parse("2026-03-01T23:59:00Z");
    private final Viewers viewers =
            new Viewers(InstallationSecret.of("A".repeat(43), Path.of("")), () -> now);

    @Test
    void aTokenIsGoodUntilTheEndOfTheDayAfterItWasMade() {
        String token = viewers.tokenOf(STORE, ANNA);

        now = Instant.parse("2026-03-02T23:59:59.999Z");
        assertThat(viewers.visitor(STORE, token)).containsInstanceOf(Viewer.Visitor.class);

        now = Instant.parse("2026-03-03T00:00:00Z");
        assertThat(viewers.visitor(STORE, token)).isEmpty();
        now = Instant.parse("2027-03-03T00:00:00Z");
        assertThat(viewers.visitor(STORE, token)).isEmpty();
    }

    @Test
    void theAddressOfAFileStaysTheSameForADay() {
        String token = viewers.tokenOf(STORE, ANNA);
        assertThat(viewers.tokenOf(STORE, ANNA)).isEqualTo(token);

        now = Instant.parse("2026-03-02T00:00:00Z");
        assertThat(viewers.tokenOf(STORE, ANNA)).isNotEqualTo(token);
    }
}
