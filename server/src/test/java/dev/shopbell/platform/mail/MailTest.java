package dev.shopbell.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.mail.SendMail.Which;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Mail that leaves, against a real PostgreSQL and a real SMTP server.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
class MailTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject Database database;
    @Inject Mails mails;
    @Inject SendMail sendMail;
    @MailServerForTests.Here MailServerForTests server;

    private final String anna = "anna-" + UUID.randomUUID() + "@example.com";

    @Test
    void aMailLeavesOnceItsTransactionHasCommitted() throws Exception {
        MailId id = database.acrossStores(tx -> mails.send(tx, letter("Grüße aus Łódź")));

        MimeMessage mail =
                await().atMost(SOON).until(this::arrived, list -> list.size() == 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Grüße aus Łódź");
        assertThat(mail.getMessageID()).isEqualTo("<" + id.value() + "@hearthlow.example>");
        assertThat(mail.getFrom()[0]).hasToString("Hearthlow <chat@hearthlow.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentLanguage()).containsExactly("de");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().strip())
                .isEqualTo("Der Krug ist da. ☕");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("<p>Der Krug ist da. ☕</p>");
    }

    @Test
    void aMailOfATransactionThatFailsNeverLeaves() {
        assertThatThrownBy(() ->
                        database.acrossStores(tx -> {
                            mails.send(tx, letter("Never"));
                            throw new IllegalStateException("something else went wrong");
                        }))
                .isInstanceOf(IllegalStateException.class);
        database.acrossStores(tx -> mails.send(tx, letter("Afterwards")));

        await().atMost(SOON).until(() -> !arrived().isEmpty());
        assertThat(arrived()).hasSize(1);
        assertThat(jobs()).isEqualTo("0");
    }

    @Test
    void whileTheMailServerIsAwayMailWaits() {
        server.goAway();
        try {
            MailId id = database.acrossStores(tx -> mails.send(tx, letter("Later")));
            await().atMost(SOON)
                    .until(() ->
                            DatabaseOwner.ask(
                                            "SELECT consecutive_failures FROM job WHERE task_instance = ?",
                                            id.value().toString())
                                    .contains("1"));
            server.comeBack();

            await().atMost(SOON).until(() -> arrived().size() == 1);
        } finally {
            server.goAway();
            server.comeBack();
        }
    }

    @Test
    void aRepeatAfterACrashSendsTheSameBytes() throws Exception {
        UUID id = UUID.randomUUID();
        String content =
                DatabaseOwner.ask(
                                "SELECT ?",
                                Mime.write(
                                        letter("Twice"),
                                        MailConfiguration.sender(
                                                        "Hearthlow <chat@hearthlow.example>")
                                                .orElseThrow(),
                                        "<" + id + "@hearthlow.example>",
                                        java.time.Instant.parse("2026-11-16T09:00:00Z"),
                                        MailHeaders.AUTOMATIC,
                                        List.of()))
                        .getFirst();
        DatabaseOwner.execute(
                """
                INSERT INTO account_mail (mail_id, message_id, sender, recipient, content, created_at)
                VALUES (?, ?, 'chat@hearthlow.example', ?, ?, now())
                """,
                id,
                "<" + id + "@hearthlow.example>",
                anna,
                content);

        sendMail.run(new Which(id));
        // As if the server had died before it could say that the mail was sent.
        DatabaseOwner.execute(
                "UPDATE account_mail SET sent_at = NULL, content = ? WHERE mail_id = ?",
                content,
                id);
        sendMail.run(new Which(id));

        List<MimeMessage> twice = arrived();
        assertThat(twice).hasSize(2);
        assertThat(bytes(twice.get(0))).isEqualTo(bytes(twice.get(1))).contains("Twice");
    }

    @Test
    void aMailThatWasSentIsNotSentAgainAndItsWordsAreForgotten() {
        MailId id = database.acrossStores(tx -> mails.send(tx, letter("Once")));
        await().atMost(SOON).until(() -> arrived().size() == 1);
        await().atMost(SOON)
                .until(() ->
                        DatabaseOwner.ask(
                                        "SELECT content IS NULL AND sent_at IS NOT NULL FROM account_mail WHERE mail_id = ?",
                                        id.value())
                                .contains("t"));

        sendMail.run(new Which(id.value()));

        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aSubjectCannotBringHeadersAlong() {
        assertThatThrownBy(() -> letter("Hello\r\nBcc: everybody@example.com"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Letter letter(String subject) {
        return new Letter(
                new EmailAddress(anna),
                subject,
                "Der Krug ist da. ☕\n",
                "<!doctype html><p>Der Krug ist da. ☕</p>",
                "de",
                null);
    }

    private List<MimeMessage> arrived() {
        return server.mailsTo(anna);
    }

    private String jobs() {
        await().atMost(SOON)
                .until(() -> DatabaseOwner.ask("SELECT count(*) FROM job").contains("0"));
        return DatabaseOwner.ask("SELECT count(*) FROM job").getFirst();
    }

    private static String bytes(MimeMessage mail) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes, new String[] {"Received", "Return-Path"});
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
