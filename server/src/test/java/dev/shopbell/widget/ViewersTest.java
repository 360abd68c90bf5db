package dev.shopbell.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.store.StoreId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How long an address of a file is good for.
class ViewersTest {

    private static final InstallationSecret SECRET =
            InstallationSecret.of(Base64.getEncoder().encodeToString(new byte[32]), Path.of(""));
    private static final StoreId STORE = new StoreId(UUID.randomUUID());
    private static final VisitorSecret ANNA = new VisitorSecret("A".repeat(43));

    @Test
    void aTokenIsGoodUntilTheEndOfTheNextDayAndNotASecondLonger() {
        String token = at("2026-03-03T00:00:00Z").tokenOf(STORE, ANNA);

        assertThat(isGood(token, "2026-03-03T00:00:00Z")).isTrue();
        assertThat(isGood(token, "2026-03-04T23:59:59.999999Z")).isTrue();
        assertThat(isGood(token, "2026-03-05T00:00:00Z")).isFalse();
        assertThat(isGood(token, "2027-03-03T12:00:00Z")).isFalse();
    }

    @Test
    void allDayItIsTheSameAndTheNextDayAnother() {
        String morning = at("2026-03-03T00:00:00Z").tokenOf(STORE, ANNA);

        assertThat(at("2026-03-03T23:59:59Z").tokenOf(STORE, ANNA)).isEqualTo(morning);
        assertThat(at("2026-03-04T00:00:00Z").tokenOf(STORE, ANNA)).isNotEqualTo(morning);
    }

    @Test
    void theDayInItCannotBeMovedOn() {
        String token = at("2026-03-03T12:00:00Z").tokenOf(STORE, ANNA);
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        bytes[3]++;
        String later = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(isGood(later, "2026-03-03T12:00:00Z")).isFalse();
        assertThat(isGood(later, "2026-03-05T12:00:00Z")).isFalse();
    }

    private static boolean isGood(String token, String when) {
        return at(when).visitor(STORE, token).isPresent();
    }

    private static Viewers at(String when) {
        return new Viewers(SECRET, InstantSource.fixed(Instant.parse(when)));
    }
}
