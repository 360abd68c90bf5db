package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.ImpatientServer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StubbornMailServer;
import dev.shopbell.testkit.StubbornMailServer.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What many customers were answered while the mail server was away.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = StubbornMailServer.class, restrictToAnnotatedClass = true)
@TestProfile(ImpatientServer.class)
class MailAfterAnOutageTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MANY = 50;

    @Inject Given given;
    @TestHTTPResource URI server;
    StubbornMailServer mailServer;

    @AfterEach
    void theServerTakesMailAgain() {
        mailServer.becomes(Mood.TAKES);
    }

    @Test
    void manyThatWaitedLeaveTwoAtATimeAndEachOnce() {
        Store store = given.store();
        StaffBrowser priya = new StaffBrowser(server, given.agent(store));
        List<String> addresses = new ArrayList<>();
        mailServer.becomes(Mood.WANTS_TIME);
        for (int each = 0; each < MANY; each++) {
            String address = "customer-" + UUID.randomUUID() + "@example.com";
            addresses.add(address);
            UUID conversation =
                    given.firstMessage(store, given.secret(), "Where is my order?")
                            .conversation()
                            .id()
                            .value();
            GivenMail.isReachableAt(conversation, address);
            priya.answer(conversation, "It left this morning.");
        }
        await().atMost(SOON)
                .until(() -> {
                    hasten(store, "email.reply");
                    return addresses.stream().noneMatch(to -> mailServer.mailsTo(to).isEmpty());
                });

        mailServer.becomes(Mood.TAKES);
        await().atMost(SOON)
                .until(() -> {
                    hasten(store, "email.send");
                    return sent(store) == MANY;
                });

        assertThat(mailServer.mostAtOnce()).isLessThanOrEqualTo(2);
        assertThat(addresses)
                .allSatisfy(to -> assertThat(Set.copyOf(mailServer.mailsTo(to))).hasSize(1));
    }

    private static long sent(Store store) {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(*) FROM mail WHERE store_id = ? AND sent_at IS NOT NULL",
                                store.id().value())
                        .getFirst());
    }

    /// The clock moves on to when the jobs are due; those that are being done are left alone.
    private static void hasten(Store store, String job) {
        DatabaseOwner.execute(
                """
                UPDATE job SET execution_time = now()
                 WHERE task_name = ? AND NOT picked AND execution_time > now()
                   AND (task_instance LIKE ? OR task_instance IN (SELECT mail_id::text FROM mail WHERE store_id = ?))
                """,
                job,
                "%" + store.id().value() + "%",
                store.id().value());
    }
}
