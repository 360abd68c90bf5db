package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// What a store's settings look like where a page carries them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class WidgetPageTest {

    @Inject Given given;

    @Test
    void theLoaderCarriesOnlyWhatDrawsTheLauncher() {
        Store store = given.store();

        String loader = Http.get("/widget/" + store.key() + ".js").send().body();

        assertThat(loader)
                .contains("[\"" + store.key() + "\",true,\"#", ",\"http://")
                .doesNotContain("__SHOPBELL_SETTINGS__", store.name(), "\"greeting\"", "\"email\"");
    }

    @Test
    void noNameBreaksOutOfThePanelsPage() {
        Store store = given.store();
        DatabaseOwner.execute(
                "UPDATE store SET name = ? WHERE store_id = ?",
                "\"><script>'&amp;",
                store.id().value());

        String panel = Http.get("/widget/" + store.key() + "/panel").send().body();

        assertThat(panel)
                .contains("{&quot;store&quot;:&quot;\\&quot;&gt;&lt;script&gt;'&amp;amp;&quot;,")
                .doesNotContain("__SHOPBELL_SETTINGS__", "\"><script>");
    }
}
