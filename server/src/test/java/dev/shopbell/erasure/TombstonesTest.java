package dev.shopbell.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an erasure leaves goes by the clock, whether or not somebody else is erased.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TombstonesTest {

    @Inject Given given;
    @Inject Tombstones tombstones;

    @Test
    void theyGoAfterThirtyDays() {
        Store store = given.store();
        erased(store, "29 days");
        erased(store, "31 days");

        tombstones.remove();

        for (String table : List.of("erased_mail", "erased_conversation")) {
            assertThat(
                            DatabaseOwner.ask(
                                    "SELECT (now() - erased_at < interval '30 days')::text FROM %s WHERE store_id = ?"
                                            .formatted(table),
                                    store.id().value()))
                    .as(table)
                    .containsExactly("true");
        }
    }

    private static void erased(Store store, String ago) {
        DatabaseOwner.execute(
                """
                WITH mails AS (
                    INSERT INTO erased_mail (store_id, content_hash, erased_at)
                    VALUES (?, uuid_send(gen_random_uuid()), now() - CAST(? AS interval))
                )
                INSERT INTO erased_conversation (store_id, conversation_id, feed_seq, erased_at)
                VALUES (?, gen_random_uuid(), 0, now() - CAST(? AS interval))
                """,
                store.id().value(),
                ago,
                store.id().value(),
                ago);
    }
}
