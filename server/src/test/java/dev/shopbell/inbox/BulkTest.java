package dev.shopbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What takes back what was done with many: the dots that resolving and reading took away.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BulkTest {

    @Inject Given given;
    @TestHTTPResource URI server;

    private StaffBrowser priya;
    private StaffBrowser tom;
    private ShopperBrowser anna;
    private ShopperBrowser ben;

    @BeforeEach
    void twoCustomersHaveWritten() {
        Store store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        tom = new StaffBrowser(server, given.member(store, "Tom", "Inbox administrator"));
        anna = new ShopperBrowser(server, store, given.secret());
        ben = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you deliver to Malta?");
        ben.write("Is anybody there?");
    }

    @Test
    void manyAreUnreadAgainForWhoeverSaysSo() {
        bulk(priya, "resolve", anna.conversation(), ben.conversation());
        bulk(priya, "reopen", anna.conversation(), ben.conversation());

        JsonNode result = bulk(priya, "unread", anna.conversation(), ben.conversation());

        assertThat(result.get("done").findValuesAsText("unread")).containsExactly("1", "1");
        assertThat(priya.inbox().get("unread")).hasSize(2);
        assertThat(tom.inbox().get("unread")).isEmpty();
    }

    @Test
    void whatIsResolvedIsNotUnread() {
        bulk(priya, "resolve", anna.conversation());

        JsonNode result = bulk(priya, "unread", anna.conversation(), ben.conversation());

        assertThat(result.at("/done/0/id").asText()).isEqualTo(ben.conversation().toString());
        assertThat(result.at("/refused/0/code").asText()).isEqualTo("conversation_resolved");
    }

    private static JsonNode bulk(StaffBrowser staff, String type, UUID... conversations) {
        return staff.ask(
                        "POST",
                        "/bulk",
                        Map.of(
                                "conversations",
                                List.of(conversations),
                                "action",
                                Map.of("type", type)))
                .body();
    }
}
