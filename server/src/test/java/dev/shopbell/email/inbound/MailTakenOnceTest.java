package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which mails are one and the same, and which only look like it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MailTakenOnceTest {

    private static final String FOOTER = "\r\n-- \r\nThis e-mail is confidential.";

    @Inject Given given;
    @Inject InboundMails mails;
    @TestHTTPResource URI server;

    private final String ben = "ben-" + UUID.randomUUID() + "@example.com";
    private final WrittenMail mail =
            new WrittenMail(ben, RealMailbox.ADDRESS).says("Where is my order?");
    private Store store;

    @BeforeEach
    void aStore() {
        store = given.store();
    }

    @Test
    void aFooterThatAGatewayAddedMakesItNoOtherMail() {
        assertThat(take(mail)).isEqualTo(Became.TAKEN);

        assertThat(take(mail.says("Where is my order?" + FOOTER).subject("[extern] Broken mug")))
                .isEqualTo(Became.KNOWN);

        assertThat(said()).containsExactly("Where is my order?");
    }

    @Test
    void whoeverKnowsAMessageIdKeepsNobodysMailOut() {
        String mallory = "mallory-" + UUID.randomUUID() + "@example.net";
        assertThat(take(mail.header("From", mallory).says("Never mind"))).isEqualTo(Became.TAKEN);

        assertThat(take(mail.header("From", ben).says("Where is my order?")))
                .isEqualTo(Became.TAKEN);

        assertThat(said()).containsExactlyInAnyOrder("Never mind", "Where is my order?");
    }

    @Test
    void aProgramThatGivesAllItsMailsOneNameIsHeardEachTime() {
        take(mail.says("Monday"));

        assertThat(take(mail.header("Date", "Fri, 27 Nov 2026 10:00:00 +0100").says("Tuesday")))
                .isEqualTo(Became.TAKEN);
        take(mail.without("Date").says("Some day"));
        assertThat(take(mail.says("Some other day"))).isEqualTo(Became.TAKEN);

        assertThat(said()).containsExactly("Monday", "Tuesday", "Some day", "Some other day");
    }

    @Test
    void withoutANameItIsWhatItSays() {
        take(mail.without("Message-ID"));

        assertThat(take(mail.header("Received", "by another way"))).isEqualTo(Became.KNOWN);
        assertThat(take(mail.says("And the bowl?"))).isEqualTo(Became.TAKEN);
    }

    @Test
    void whatOneStoreHasTakenIsNewToAnother() {
        take(mail);
        Store other = given.store();

        assertThat(take(other, mail)).isEqualTo(Became.TAKEN);
    }

    private Became take(WrittenMail written) {
        return take(store, written);
    }

    private Became take(Store to, WrittenMail written) {
        try {
            return mails.take(to.id(), List.of(), written.stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> said() {
        StaffBrowser priya = new StaffBrowser(server, given.agent(store));
        return priya.list("all")
                .path("conversations")
                .valueStream()
                .map(each -> UUID.fromString(each.path("id").asText()))
                .flatMap(each -> priya.thread(each).path("messages").valueStream())
                .map(message -> message.path("text").asText())
                .toList();
    }
}
