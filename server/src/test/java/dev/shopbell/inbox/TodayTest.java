package dev.shopbell.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How many people somebody has answered since midnight, where the store is.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class TodayTest {

    private static final String MIDNIGHT =
            "date_trunc('day', now() AT TIME ZONE 'Europe/Warsaw') AT TIME ZONE 'Europe/Warsaw'";

    @Inject Given given;
    @TestHTTPResource URI server;

    private Store store;
    private StaffBrowser priya;
    private ShopperBrowser anna;
    private ShopperBrowser ben;

    @BeforeEach
    void twoCustomersHaveWritten() {
        store = given.store();
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        ben = new ShopperBrowser(server, store, given.secret());
        anna.write("Do you deliver to Malta?");
        ben.write("Is anybody there?");
    }

    @Test
    void everybodyIsCountedOnceAndByWhoeverAnsweredThem() {
        StaffBrowser tom =
                new StaffBrowser(server, given.member(store, "Tom", "Inbox administrator"));
        assertThat(answered(priya)).isZero();

        priya.answer(anna.conversation(), "We do.");
        priya.answer(anna.conversation(), "Twice a week.");
        priya.answer(ben.conversation(), "Good morning!");
        tom.answer(ben.conversation(), "And from me.");

        assertThat(answered(priya)).isEqualTo(2);
        assertThat(answered(tom)).isEqualTo(1);
    }

    @Test
    void aNoteAnswersNobody() {
        priya.note(anna.conversation(), "A regular");
        priya.tryStatus(anna.conversation(), "resolved");

        assertThat(answered(priya)).isZero();
    }

    @Test
    void theDayBeginsAtMidnightWhereTheStoreIs() {
        priya.answer(anna.conversation(), "We do.");
        priya.answer(ben.conversation(), "Good morning!");

        answeredAt(anna, MIDNIGHT);
        answeredAt(ben, MIDNIGHT + " - interval '1 microsecond'");

        assertThat(answered(priya)).isEqualTo(1);
    }

    private static long answered(StaffBrowser staff) {
        return staff.today().get("answered").asLong();
    }

    private void answeredAt(ShopperBrowser customer, String when) {
        DatabaseOwner.execute(
                "UPDATE message SET sent_at = "
                        + when
                        + " WHERE store_id = ? AND conversation_id = ?",
                store.id().value(),
                customer.conversation());
    }
}
