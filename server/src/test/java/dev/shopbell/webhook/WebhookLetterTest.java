package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenWebhook;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ReceiverForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Administrators are mailed when a webhook is turned off by itself.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class WebhookLetterTest {

    @Inject Given given;
    @MailServerForTests.Here MailServerForTests mailServer;

    @Test
    void whoKeepsWebhooksIsToldThatOneIsPausedAndNobodyElse() throws Exception {
        Store store = given.store();
        SignedIn owner = given.owner(store);
        SignedIn lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        SignedIn priya = given.agent(store);
        try (ReceiverForTests receiver = new ReceiverForTests()) {
            GivenWebhook webhook =
                    new GivenWebhook(owner, receiver.url(), List.of("message.created"));
            receiver.answer(410);

            given.firstMessage(store, given.secret(), "Hello");

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> webhook.view().get("paused").asText().equals("gone"));
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> mails(owner) == 1 && mails(lena) == 1);
        MimeMessage mail = mailServer.mailsTo(lena.staff().email().value()).getFirst();
        assertThat(mail.getSubject()).isEqualTo("A webhook of " + store.name() + " is paused");
        String text = ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
        assertThat(text)
                .contains("127.0.0.1")
                .contains("http://localhost:8080/inbox/settings/webhooks")
                .doesNotContain("/hooks\n");
        assertThat(mails(priya)).isZero();
    }

    private int mails(SignedIn person) {
        return mailServer.mailsTo(person.staff().email().value()).size();
    }
}
