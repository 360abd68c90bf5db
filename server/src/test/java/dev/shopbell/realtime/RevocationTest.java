package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is taken away takes hold within five seconds, also where another node did it: here only the
/// database says so, and sessions that were asked for a moment ago are remembered.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RevocationTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    @Inject Given given;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn priya;
    private StaffBrowser priyas;
    private ShopperBrowser anna;

    @BeforeEach
    void priyaListens() {
        store = given.store();
        priya = given.agent(store);
        priyas = new StaffBrowser(server, priya);
        anna = new ShopperBrowser(server, store, given.secret());
        anna.write("Hello");
    }

    @Test
    void aSessionThatIsEnded() {
        assertOutWithinFiveSeconds(401, 4401, "DELETE FROM staff_session WHERE staff_id = ?");
    }

    @Test
    void aSessionThatIsOver() {
        assertOutWithinFiveSeconds(
                401, 4401, "UPDATE staff_session SET expires_at = now() WHERE staff_id = ?");
    }

    @Test
    void anAccountThatIsDeactivated() {
        assertOutWithinFiveSeconds(
                401, 4401, "UPDATE staff SET deactivated_at = now() WHERE staff_id = ?");
    }

    /// Whoever is signed in all the same finds no such store.
    @Test
    void aPlaceInTheStore() {
        assertOutWithinFiveSeconds(
                404,
                4404,
                """
                WITH leaver AS (SELECT ?::uuid AS staff_id),
                     roles AS (DELETE FROM membership_role USING leaver
                                WHERE membership_role.staff_id = leaver.staff_id)
                DELETE FROM membership USING leaver
                 WHERE membership.staff_id = leaver.staff_id
                """);
    }

    @Test
    void aPermission() {
        assertOutWithinFiveSeconds(403, 1012, "DELETE FROM membership_role WHERE staff_id = ?");
    }

    private void assertOutWithinFiveSeconds(int status, int code, String revocation) {
        JsonNode position = priyas.inbox().path("position");
        LiveClient socket = priyas.connect(position);
        socket.next("changes");
        UUID conversation = anna.conversation();
        assertThat(priyas.askForThread(conversation).status()).isEqualTo(200);
        long before = System.nanoTime();

        DatabaseOwner.execute(revocation, priya.staff().id().value());

        Awaitility.await()
                .atMost(WITHIN)
                .until(() -> priyas.askForThread(conversation).status() == status);
        Duration left = WITHIN.minusNanos(System.nanoTime() - before);
        assertThat(socket.awaitEnd(left)).isEqualTo(code);
        anna.write("Are you there?");
        assertThat(
                        List.of(
                                priyas.tryToAnswer(conversation, "Yes").status(),
                                priyas.changes(position, 0).status()))
                .containsOnly(status);
        assertThat(socket.heard().toString()).doesNotContain("Are you there?");
    }
}
