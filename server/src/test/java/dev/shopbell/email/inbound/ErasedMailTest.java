package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mail of somebody who was erased does not bring them back, however it comes again.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ErasedMailTest {

    @Inject Given given;
    @Inject GivenIntegration integrations;
    @Inject InboundMails mails;

    private final String ben = "ben-" + UUID.randomUUID() + "@example.com";
    private final WrittenMail mail =
            new WrittenMail(ben, RealMailbox.ADDRESS).says("Where is my order?");
    private Store store;

    @BeforeEach
    void benWroteAMailAndIsErased() throws IOException {
        store = given.store();
        SignedIn owner = given.owner(store);
        integrations.customer(store, "c-ben", "Ben", ben);
        assertThat(take(store, mail)).isEqualTo(Became.TAKEN);
        DatabaseOwner.execute(
                "UPDATE customer SET shop_customer_id = 'c-ben', linked_by = 'token' WHERE store_id = ?",
                store.id().value());

        new ShopSystem(integrations.key(owner.member())).delete("/customers/c-ben");

        assertThat(conversations()).isEqualTo("0");
    }

    @Test
    void theSameMailIsNotTakenAgain() throws IOException {
        assertThat(take(store, mail)).isEqualTo(Became.KNOWN);
        assertThat(take(store, mail.header("Received", "by another way"))).isEqualTo(Became.KNOWN);

        assertThat(conversations()).isEqualTo("0");
    }

    @Test
    void whoeverWritesAnewIsHeard() throws IOException {
        assertThat(take(store, mail.header("Message-ID", "<new@example.com>").says("Hello again")))
                .isEqualTo(Became.TAKEN);

        assertThat(conversations()).isEqualTo("1");
    }

    @Test
    void inAnotherStoreNobodyWasErased() throws IOException {
        assertThat(take(given.store(), mail)).isEqualTo(Became.TAKEN);
    }

    private Became take(Store to, WrittenMail written) throws IOException {
        return mails.take(to.id(), List.of(), written.stream());
    }

    private String conversations() {
        return DatabaseOwner.ask(
                        "SELECT count(*) FROM conversation WHERE store_id = ?", store.id().value())
                .getFirst();
    }
}
