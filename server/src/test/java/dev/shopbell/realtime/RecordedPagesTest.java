package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of pages that are opened.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordingServer.class)
class RecordedPagesTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private RecordedStore shop;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
    }

    @Test
    void aPageIsOpened() {
        var answer =
                shop.lena().ask("PUT", "/settings/pages-visited", Map.of("pagesVisited", true));
        assertThat(answer.status()).isEqualTo(200);
        Recorder everybody =
                new Recorder()
                        .hearing(shop.priyasPage(), "profile")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage());

        shop.save(
                everybody,
                "somebody who has written opens a page of a shop that wants to know",
                "PUT /api/widget/{key}/page",
                () -> shop.anna().opens("http://shop.localhost:8081/bowls", "Bowls"));
    }
}
