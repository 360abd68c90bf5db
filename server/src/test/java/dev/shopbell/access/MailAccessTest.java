package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.staff.Team;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every mail that leaves a store in which somebody has a conversation of their own: to the byte,
/// nothing in it is of any conversation.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class MailAccessTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject Scenes scenes;
    @MailServerForTests.Here MailServerForTests mailServer;

    @Test
    void mailsSayNothingOfConversations() throws Exception {
        Scene scene = scenes.fresh(false);
        String team = "/api/staff/stores/" + scene.store.id().value();
        String place = team + "/members/" + scene.assignee.staff().id().value() + "/deactivation";
        String invited = "invited-" + UUID.randomUUID() + "@example.com";
        String role = GivenTeam.role(scene.store, Team.CONVERSATION_MANAGEMENT).value().toString();

        done(Http.of("POST", place).as(scene.owner));
        done(Http.of("DELETE", place).as(scene.owner));
        done(
                Http.post(
                                team + "/invitations",
                                "{\"email\": \"%s\", \"roles\": [\"%s\"]}".formatted(invited, role))
                        .as(scene.owner));
        done(
                Http.post(
                                "/api/staff/password/reset",
                                "{\"email\": \"%s\"}".formatted(email(scene.agent)))
                        .from(Given.ORIGIN));

        assertSilent(scene, email(scene.assignee), 2, "the inbox of Hearthlow");
        assertSilent(scene, invited, 1, "Hearthlow");
        assertSilent(scene, email(scene.agent), 1, "/new-password#");
        assertThat(mailServer.mailsTo(email(scene.predecessor))).isEmpty();
    }

    /// `words` are in each of the mails, so that it is seen that they were read.
    private void assertSilent(Scene scene, String recipient, int mails, String words)
            throws Exception {
        await().atMost(SOON).until(() -> mailServer.mailsTo(recipient).size() == mails);
        for (MimeMessage mail : mailServer.mailsTo(recipient)) {
            String source = source(mail);
            assertThat(Readings.of(source).say(words)).as(source).isTrue();
            scene.canaries.assertFitForEverybody(source);
        }
    }

    private static String source(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        mail.writeTo(source);
        return source.toString(StandardCharsets.ISO_8859_1);
    }

    private static String email(SignedIn person) {
        return person.staff().email().value();
    }

    private static void done(Http request) {
        assertThat(request.send().status()).isIn(200, 202);
    }
}
