package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.Aftermath;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.ImpatientServer;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.MailServerForTests;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers to customers who are not there leave by e-mail, each of them once.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(value = MailServerForTests.class, restrictToAnnotatedClass = true)
@TestProfile(ImpatientServer.class)
class ReplyByEmailTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject GivenIntegration integrations;
    @Inject ReplyByEmail replies;
    @TestHTTPResource URI server;
    @MailServerForTests.Here MailServerForTests mailbox;

    private final String address = "anna-" + UUID.randomUUID() + "@example.com";
    private Store store;
    private ShopperBrowser anna;
    private StaffBrowser priya;
    private Given.SignedIn agent;

    @BeforeEach
    void annaHasWritten() {
        store = given.store();
        VisitorSecret secret = given.secret();
        anna = new ShopperBrowser(server, store, secret);
        agent = given.agent(store);
        priya = new StaffBrowser(server, agent);
        anna.write("Where is my order?");
        isReachableAt(address);
    }

    @Test
    void anAnswerToSomebodyWhoIsNotThereIsMailedOnce() throws Exception {
        priya.answer(conversation(), "It left this morning.\nWith the blue van.");
        quietIsOver();

        MimeMessage mail = onlyMail();
        assertThat(mail.getFrom()[0]).hasToString("Hearthlow <chat@hearthlow.example>");
        assertThat(mail.getSubject()).isEqualTo("Your chat with Hearthlow");
        assertThat(mail.getReplyTo()[0].toString())
                .matches("Hearthlow <chat\\+r-[a-z2-7]{42}@hearthlow\\.example>");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getHeader("Return-Path")[0])
                .matches("<chat\\+b-[a-z2-7]{42}@hearthlow\\.example>");
        assertThat(text(mail))
                .contains("Priya:", "It left this morning.", "With the blue van.")
                .contains("You can reply to this e-mail.");
        assertThat(html(mail)).contains("It left this morning.<br>With the blue van.");
        await().atMost(SOON).until(() -> summary().get("emailed").asLong() == 2);

        look();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void quickAnswersTravelInOneMail() throws Exception {
        priya.answer(conversation(), "It left this morning.");
        priya.answer(conversation(), "It should be there tomorrow.");
        quietIsOver();

        MimeMessage mail = onlyMail();
        assertThat(text(mail)).contains("It left this morning.", "It should be there tomorrow.");
    }

    @Test
    void whatASystemOfTheStoresSaidIsMailedInTheStoresName() throws Exception {
        new ShopSystem(integrations.key(given.owner(store).member()))
                .put(
                        "/conversations/%s/messages/%s"
                                .formatted(conversation(), UUID.randomUUID()),
                        "{\"text\": \"It left this morning.\"}");
        quietIsOver();

        assertThat(text(onlyMail())).contains("Hearthlow:", "It left this morning.");
    }

    @Test
    void theNextMailAnswersTheOneBefore() throws Exception {
        priya.answer(conversation(), "It left this morning.");
        quietIsOver();
        String first = onlyMail().getMessageID();
        await().atMost(SOON).until(() -> summary().get("emailed").asLong() == 2);
        priya.answer(conversation(), "It has arrived.");
        quietIsOver();

        await().atMost(SOON).until(() -> mails().size() == 2);
        MimeMessage second = mails().getLast();
        assertThat(second.getHeader("In-Reply-To")).containsExactly(first);
        assertThat(second.getHeader("References")).containsExactly(first);
        assertThat(text(second)).contains("It has arrived.").doesNotContain("this morning");
    }

    @Test
    void anAnswerIsMailedHoweverMuchTheCustomerSaidBeforeIt() throws Exception {
        for (int more = 0; more < 55; more++) {
            anna.write("And " + more + "?");
        }
        priya.answer(conversation(), "It left this morning.");
        quietIsOver();

        assertThat(text(onlyMail())).contains("It left this morning.");
    }

    @Test
    void moreAnswersThanAMailHoldsTravelInTheNext() throws Exception {
        for (int answer = 1; answer <= 55; answer++) {
            priya.answer(conversation(), "Answer %d.".formatted(answer));
        }
        await().atMost(SOON)
                .until(() -> {
                    quietIsOver();
                    return mails().size() == 2;
                });

        assertThat(text(mails().getFirst())).contains("Answer 50.").doesNotContain("Answer 51.");
        assertThat(text(mails().getLast())).contains("Answer 51.", "Answer 55.");
    }

    @Test
    void anAnswerThatIsSeenInTheChatIsNeverMailed() {
        priya.answer(conversation(), "It left this morning.");
        anna.receipts(2, 2);

        look();

        assertThat(mailRows()).isEqualTo("0");
    }

    @Test
    void whatWaitsForTheMailServerIsNotSentOnceItIsSeen() {
        mailbox.goAway();
        try {
            priya.answer(conversation(), "It left this morning.");
            quietIsOver();
            await().atMost(SOON).until(() -> mailRows().equals("1"));
            anna.receipts(2, 2);
        } finally {
            mailbox.comeBack();
        }

        await().atMost(SOON)
                .until(() ->
                        DatabaseOwner.ask(
                                        "SELECT withdrawn_at IS NOT NULL FROM mail WHERE conversation_id = ? AND kind = 'reply'",
                                        conversation())
                                .equals(List.of("t")));
        assertThat(mails()).isEmpty();
        assertThat(summary().get("emailed").asLong()).isZero();
    }

    @Test
    void whoIsThereGetsNoMailUntilTheyHaveLeftWithoutSeeingIt() throws Exception {
        LiveClient page = anna.connect(1);
        page.next("welcome");
        priya.answer(conversation(), "It left this morning.");
        anna.receipts(2, 0);
        look();
        assertThat(mailRows()).isEqualTo("0");

        page.close();

        assertThat(text(onlyMail())).contains("It left this morning.");
        look();
        assertThat(mailRows()).isEqualTo("1");
    }

    @Test
    void whoeverLeavesDoesNotCutShortWhatIsJustBeingWrittenToThem() {
        LiveClient page = anna.connect(1);
        page.next("welcome");
        JsonNode last = priya.answer(conversation(), "It left this morning, and");
        Instant said = Instant.parse(last.get("message").get("sentAt").asText());
        DatabaseOwner.execute(
                "UPDATE job SET execution_time = now() + interval '1 hour' WHERE task_name = 'email.reply' AND task_instance LIKE ?",
                "%" + conversation());

        page.close();

        Instant due =
                await().atMost(SOON)
                        .until(this::due, at -> at.isBefore(said.plus(Duration.ofMinutes(30))));
        assertThat(due).isEqualTo(said.plusSeconds(10));
    }

    @Test
    void answersAreGatheredForTenSecondsAndForAMinuteAtMost() {
        JsonNode first = priya.answer(conversation(), "One.");
        Instant said = Instant.parse(first.get("message").get("sentAt").asText());
        assertThat(due()).isBetween(said.plusSeconds(10), said.plusSeconds(11));

        DatabaseOwner.execute(
                """
                UPDATE job SET task_data = convert_to(replace(convert_from(task_data, 'UTF8'), ?, ?), 'UTF8')
                 WHERE task_name = 'email.reply' AND task_instance LIKE ?
                """,
                "\"since\":\"",
                "\"since\":\"2026-01-01T00:00:00Z\",\"was\":\"",
                "%" + conversation());
        priya.answer(conversation(), "Two.");

        assertThat(due()).isEqualTo(Instant.parse("2026-01-01T00:01:00Z"));
    }

    @Test
    void withoutAnAddressTheAnswerWaitsInTheChat() {
        isReachableAt(null);
        priya.answer(conversation(), "It left this morning.");

        assertThat(look()).isEmpty();

        assertThat(mailRows()).isEqualTo("0");
    }

    @Test
    void nothingAVisitorTypedIsMailedToAnAddressTheyMayHaveTyped() throws Exception {
        anna.write("Cheap pills at spam.example!");
        isCalled("Mallory Pillseller");
        priya.answer(conversation(), "We do not sell pills.");
        quietIsOver();

        MimeMessage mail = onlyMail();

        assertThat(text(mail) + html(mail) + mail.getSubject())
                .contains("We do not sell pills.")
                .doesNotContain("spam.example", "Mallory", "Where is my order");
    }

    @Test
    void theirOwnWordsAreQuotedToAnAddressThatIsProven() throws Exception {
        DatabaseOwner.execute(
                "UPDATE customer SET email_verified_at = now() WHERE email = ?", address);
        priya.answer(conversation(), "It left this morning.");
        quietIsOver();

        MimeMessage mail = onlyMail();

        assertThat(text(mail)).contains("> Where is my order?");
        assertThat(html(mail)).contains("Where is my order?");
    }

    @Test
    void nobodyIsWrittenToMoreThanADozenTimesAnHour() {
        GivenMail.aDozenRepliesWent(store, conversation(), address);
        priya.answer(conversation(), "It left this morning.");

        assertThat(look()).contains(Duration.ofMinutes(10));
        assertThat(look()).contains(Duration.ofMinutes(10));

        assertThat(mailRows()).isEqualTo("12");
        JsonNode told = priya.thread(conversation()).get("messages");
        assertThat(told.findValues("event").toString()).containsOnlyOnce("email_waits");
        assertThat(told.get(told.size() - 1).at("/event/firstPublicSeq").asLong()).isEqualTo(2);
        assertThat(told.get(told.size() - 1).at("/event/address").asText()).isEqualTo(address);
        assertThat(anna.messagesAfter(0, 50).toString()).doesNotContain("email_waits");
    }

    @Test
    void anArabicCustomerReadsTheirLanguageFromTheRight() throws Exception {
        DatabaseOwner.execute("UPDATE customer SET language = 'ar-EG' WHERE email = ?", address);
        priya.answer(conversation(), "غادر هذا الصباح.");
        quietIsOver();

        MimeMessage mail = onlyMail();

        assertThat(mail.getSubject()).isEqualTo("محادثتك مع Hearthlow");
        assertThat(html(mail)).contains("lang=\"ar\" dir=\"rtl\"", "غادر هذا الصباح.");
    }

    @Test
    void aPictureTravelsWithItsAnswer() throws Exception {
        files.sent(agent, new ConversationId(conversation()), UUID.randomUUID(), false);
        quietIsOver();

        Multipart parts = (Multipart) onlyMail().getContent();

        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("image/");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes().length).isPositive();
    }

    @Test
    void toABlockedSenderNothingIsMailedAndTheThreadSaysSo() {
        priya.answer(conversation(), "It left this morning.");
        priya.block(conversation());

        assertThat(look()).isEmpty();

        assertThat(mails()).isEmpty();
        assertThat(priya.thread(conversation()).get("messages").toString())
                .contains("email_failed");
    }

    private void isCalled(String name) {
        DatabaseOwner.execute("UPDATE customer SET name = ? WHERE email = ?", name, address);
    }

    private Optional<Duration> look() {
        return replies.look(new Aftermath(store.id().value(), conversation(), Instant.EPOCH));
    }

    private UUID conversation() {
        return anna.conversation();
    }

    private JsonNode summary() {
        return priya.thread(conversation()).get("conversation");
    }

    private void isReachableAt(@Nullable String email) {
        DatabaseOwner.execute(
                """
                UPDATE customer SET email = ?
                 WHERE (store_id, customer_id) IN (SELECT store_id, customer_id FROM conversation
                                                    WHERE conversation_id = ?)
                """,
                email,
                new ConversationId(conversation()).value());
    }

    private void quietIsOver() {
        DatabaseOwner.execute(
                "UPDATE job SET execution_time = now() WHERE task_name = 'email.reply' AND NOT picked AND task_instance LIKE ?",
                "%" + conversation());
    }

    private Instant due() {
        return Instant.parse(
                DatabaseOwner.ask(
                                """
                                SELECT to_char(execution_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                                  FROM job WHERE task_name = 'email.reply' AND task_instance LIKE ?
                                """,
                                "%" + conversation())
                        .getFirst());
    }

    private String mailRows() {
        return DatabaseOwner.ask(
                        "SELECT count(*) FROM mail WHERE conversation_id = ? AND kind = 'reply'",
                        conversation())
                .getFirst();
    }

    private List<MimeMessage> mails() {
        return mailbox.mailsTo(address);
    }

    private MimeMessage onlyMail() {
        return await().atMost(SOON).until(this::mails, mails -> mails.size() == 1).getFirst();
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(index).getContent().toString();
    }
}
