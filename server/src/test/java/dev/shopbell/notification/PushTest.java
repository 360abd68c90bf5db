package dev.shopbell.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.PushBrowser;
import dev.shopbell.testkit.PushServiceForTests;
import dev.shopbell.testkit.PushServiceForTests.Sent;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Telling browsers in which no page of the inbox is open.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PushTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ON = "{\"email\": false, \"browser\": true, \"sound\": \"none\"}";

    @Inject Given given;
    @Inject Telling telling;
    @Inject ObjectMapper json;
    @TestHTTPResource URI server;

    private PushServiceForTests service;
    private Store store;
    private SignedIn priya;
    private SignedIn tom;
    private VisitorSecret anna;

    @BeforeEach
    void twoColleaguesWhoWantToBeTold() {
        service = new PushServiceForTests();
        store = given.store();
        priya = given.agent(store);
        tom = given.member(store, "Tom Okafor", "Conversation management");
        anna = given.secret();
        choose(priya, ON);
        choose(tom, ON);
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    @Test
    void aBrowserIsToldWhatOnlyItCanRead() throws Exception {
        PushBrowser laptop = subscribed(priya, "laptop");

        UUID conversation = write("Do you deliver to Malta?");
        tell(conversation);

        Sent sent = theOneSentTo(laptop);
        JsonNode told = json.readTree(laptop.open(sent.body()));
        assertThat(told.get("title").asText()).isEqualTo("Anna Kowalska");
        assertThat(told.get("body").asText()).isEqualTo("Do you deliver to Malta?");
        assertThat(told.get("conversation").asText()).isEqualTo(conversation.toString());
        assertThat(sent.header("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(sent.header("TTL")).isEqualTo("14400");
        assertThat(sent.header("Topic")).matches("[\\w-]{22}");
        assertThatThrownBy(() -> service.browser("stranger").open(sent.body()))
                .isInstanceOf(java.security.GeneralSecurityException.class);
    }

    @Test
    void thePushServiceKnowsUsByOurKey() throws Exception {
        PushBrowser laptop = subscribed(priya, "laptop");
        tell(write("Hello?"));

        String[] parts = theOneSentTo(laptop).header("Authorization").split("[ =,]+", -1);
        assertThat(parts[0]).isEqualTo("vapid");
        String token = after(parts, "t");
        String key = after(parts, "k");
        assertThat(key).isEqualTo(settings(priya).get("pushKey").asText());
        int end = token.lastIndexOf('.');
        PublicKey ours = PushBrowser.publicKey(Base64.getUrlDecoder().decode(key));
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(ours);
        check.update(token.substring(0, end).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)))).isTrue();
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        assertThat(claims.get("aud").asText()).isEqualTo(service.origin());
        assertThat(claims.get("exp").asLong())
                .isLessThanOrEqualTo(Instant.now().getEpochSecond() + 24 * 60 * 60);
    }

    @Test
    void severalMessagesInARowAreOnePushAndNothingIsToldTwice() throws Exception {
        PushBrowser laptop = subscribed(priya, "laptop");
        UUID conversation = write("Hello?");
        write("Do you deliver to Malta?");

        tell(conversation);
        tell(conversation);
        theOneSentTo(laptop);
        write("And to Gozo?");
        tell(conversation);

        await().atMost(SOON).until(() -> service.sentTo(laptop).size() == 2);
        assertThat(bodies(laptop))
                .containsExactlyInAnyOrder(
                        "2 new messages\nDo you deliver to Malta?", "3 new messages\nAnd to Gozo?");
    }

    @Test
    void onlyTheAssigneeIsToldOnceThereIsOne() throws Exception {
        PushBrowser priyas = subscribed(priya, "priya");
        PushBrowser toms = subscribed(tom, "tom");
        SignedIn lena = given.member(store, "Lena Berg", "Inbox administrator");
        choose(lena, ON);
        PushBrowser lenas = subscribed(lena, "lena");
        UUID conversation = write("Hello?");
        assign(conversation, tom);
        DatabaseOwner.execute(
                "UPDATE store SET settings = settings || '{\"administratorsReadAssigned\": true}'"
                        + " WHERE store_id = ?",
                store.id().value());

        tell(conversation);

        theOneSentTo(toms);
        assertThat(waiting(priya)).isEmpty();
        assertThat(waiting(lena)).isEmpty();
        assertThat(service.sentTo(priyas)).isEmpty();
        assertThat(service.sentTo(lenas)).isEmpty();
    }

    @Test
    void whoMayNotSeeItAnyMoreWhenItIsTriedAgainIsNotTold() throws Exception {
        PushBrowser priyas = subscribed(priya, "priya");
        service.answer(priyas, 503);
        UUID conversation = write("Hello?");
        tell(conversation);
        await().atMost(SOON).until(() -> !service.sentTo(priyas).isEmpty());
        assign(conversation, tom);
        int before = service.sentTo(priyas).size();

        runWaiting(priya);

        await().atMost(SOON).until(() -> waiting(priya).isEmpty());
        assertThat(service.sentTo(priyas)).hasSize(before);
    }

    @Test
    void whoOpensTheInboxBeforeItIsTriedAgainIsToldThere() throws Exception {
        PushBrowser priyas = subscribed(priya, "priya");
        service.answer(priyas, 503);
        tell(write("Hello?"));
        await().atMost(SOON).until(() -> !service.sentTo(priyas).isEmpty());
        int before = service.sentTo(priyas).size();
        StaffBrowser inbox = new StaffBrowser(server, priya);
        try (LiveClient open = inbox.connect(inbox.inbox().get("position"))) {
            open.next("online");

            runWaiting(priya);

            await().atMost(SOON).until(() -> waiting(priya).isEmpty());
            assertThat(service.sentTo(priyas)).hasSize(before);
        }
    }

    @Test
    void inQuietHoursNothingIsTriedAgainUntilTheyAreOver() throws Exception {
        PushBrowser priyas = subscribed(priya, "priya");
        service.answer(priyas, 503);
        tell(write("Hello?"));
        await().atMost(SOON).until(() -> !service.sentTo(priyas).isEmpty());
        String first = waiting(priya).getFirst();
        int before = service.sentTo(priyas).size();
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        choose(
                priya,
                """
                {"email": false, "browser": true, "sound": "none",
                 "quietHours": {"from": "%s", "to": "%s", "timeZone": "UTC"}}
                """
                        .formatted(now.minusHours(2), now.plusHours(2)));
        service.answer(priyas, 201);

        await().atMost(SOON)
                .until(() -> {
                    if (waiting(priya).contains(first)) {
                        runWaiting(priya);
                    }
                    return !waiting(priya).contains(first);
                });

        assertThat(waiting(priya)).hasSize(1);
        assertThat(service.sentTo(priyas)).hasSize(before);
    }

    @Test
    void whatAServiceDoesNotTakeIsTriedAgain() throws Exception {
        PushBrowser laptop = subscribed(priya, "laptop");
        service.answer(laptop, 503);
        tell(write("Hello?"));
        await().atMost(SOON).until(() -> !service.sentTo(laptop).isEmpty());
        service.answer(laptop, 201);

        await().atMost(SOON)
                .until(() -> {
                    runWaiting(priya);
                    return waiting(priya).isEmpty();
                });
        assertThat(bodies(laptop)).contains("Hello?").containsOnly("Hello?");
        assertThat(service.sentTo(laptop)).hasSizeGreaterThan(1);
    }

    @Test
    void aBrowserThatIsGoneIsForgotten() throws Exception {
        PushBrowser laptop = subscribed(priya, "laptop");
        PushBrowser phone = subscribed(priya, "phone");
        service.answer(laptop, 410);

        tell(write("Hello?"));

        theOneSentTo(phone);
        theOneSentTo(laptop);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(
                                        DatabaseOwner.ask(
                                                "SELECT endpoint FROM push_subscription"
                                                        + " WHERE store_id = ?",
                                                store.id().value()))
                                .containsExactly(phone.endpoint()));
    }

    @Test
    void whoHasTheInboxOpenIsToldThere() throws Exception {
        PushBrowser priyas = subscribed(priya, "priya");
        PushBrowser toms = subscribed(tom, "tom");
        StaffBrowser inbox = new StaffBrowser(server, priya);
        try (LiveClient open = inbox.connect(inbox.inbox().get("position"))) {
            open.next("online");

            tell(write("Hello?"));

            theOneSentTo(toms);
            assertThat(waiting(priya)).isEmpty();
            assertThat(service.sentTo(priyas)).isEmpty();
        }
    }

    @Test
    void whoHasReadItOrDoesNotWantToBeToldIsNot() {
        PushBrowser priyas = subscribed(priya, "priya");
        PushBrowser toms = subscribed(tom, "tom");
        choose(tom, "{\"email\": false, \"browser\": false, \"sound\": \"bell\"}");
        UUID conversation = write("Hello?");
        given.read(priya, new ConversationId(conversation), 1);

        tell(conversation);

        assertThat(waiting(priya)).isEmpty();
        assertThat(waiting(tom)).isEmpty();
        assertThat(service.sentTo(priyas)).isEmpty();
        assertThat(service.sentTo(toms)).isEmpty();
    }

    @Test
    void whoSignedOutOrWorksHereNoMoreIsNotTold() {
        PushBrowser priyas = subscribed(priya, "priya");
        PushBrowser toms = subscribed(tom, "tom");
        UUID conversation = write("Hello?");
        Http.of("DELETE", "/api/staff/session").as(priya).send();
        DatabaseOwner.execute(
                "UPDATE membership SET deactivated_at = now() WHERE store_id = ? AND staff_id = ?",
                store.id().value(),
                tom.staff().id().value());

        tell(conversation);

        assertThat(waiting(priya)).isEmpty();
        assertThat(waiting(tom)).isEmpty();
        assertThat(service.sentTo(priyas)).isEmpty();
        assertThat(service.sentTo(toms)).isEmpty();
    }

    private UUID write(String text) {
        return given.firstMessage(store, anna, text).conversation().id().value();
    }

    private void tell(UUID conversation) {
        telling.tell(store.id(), new ConversationId(conversation));
    }

    private void assign(UUID conversation, SignedIn to) {
        DatabaseOwner.execute(
                "UPDATE conversation SET assignee_id = ? WHERE store_id = ? AND conversation_id = ?",
                to.staff().id().value(),
                store.id().value(),
                conversation);
    }

    private PushBrowser subscribed(SignedIn person, String name) {
        PushBrowser browser = service.browser(name);
        assertThat(
                        Http.post(path("/push-subscriptions"), browser.json())
                                .as(person)
                                .send()
                                .status())
                .isEqualTo(200);
        return browser;
    }

    private void choose(SignedIn person, String settings) {
        assertThat(Http.put(path("/notification-settings"), settings).as(person).send().status())
                .isEqualTo(200);
    }

    private JsonNode settings(SignedIn person) {
        return Http.get(path("/notification-settings")).as(person).send().json();
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }

    private Sent theOneSentTo(PushBrowser browser) {
        await().atMost(SOON).until(() -> !service.sentTo(browser).isEmpty());
        return service.sentTo(browser).getFirst();
    }

    private List<String> bodies(PushBrowser browser) throws Exception {
        List<String> bodies = new java.util.ArrayList<>();
        for (Sent sent : service.sentTo(browser)) {
            bodies.add(json.readTree(browser.open(sent.body())).get("body").asText());
        }
        return bodies;
    }

    /// What is still to be pushed to this person.
    private static List<String> waiting(SignedIn person) {
        return DatabaseOwner.ask(
                """
                SELECT task_instance FROM job
                 WHERE task_name = 'notification.push'
                   AND convert_from(task_data, 'UTF8')::jsonb ->> 'staff' = ?
                """,
                person.staff().id().value().toString());
    }

    /// Now, and not when their time has come.
    private static void runWaiting(SignedIn person) {
        DatabaseOwner.execute(
                """
                UPDATE job SET execution_time = now()
                 WHERE task_name = 'notification.push' AND NOT picked
                   AND convert_from(task_data, 'UTF8')::jsonb ->> 'staff' = ?
                """,
                person.staff().id().value().toString());
    }

    private static String after(String[] parts, String name) {
        return parts[List.of(parts).indexOf(name) + 1];
    }
}
