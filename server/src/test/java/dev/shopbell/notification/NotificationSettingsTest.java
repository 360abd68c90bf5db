package dev.shopbell.notification;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.PushBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each person chooses for themselves how they are told.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NotificationSettingsTest {

    @Inject Given given;

    private Store store;
    private SignedIn priya;
    private SignedIn tom;

    @BeforeEach
    void twoColleagues() {
        store = given.store();
        priya = given.agent(store);
        tom = given.member(store, "Tom Okafor", "Conversation management");
    }

    @Test
    void mailsAreOnAndEverythingElseIsOffUntilSomebodyChooses() {
        JsonNode untouched = settings(priya);

        assertThat(untouched.get("email").asBoolean()).isTrue();
        assertThat(untouched.get("browser").asBoolean()).isFalse();
        assertThat(untouched.get("sound").asText()).isEqualTo("none");
        assertThat(untouched.get("quietHours").isNull()).isTrue();
    }

    @Test
    void theKeyThatBrowsersSubscribeWithIsMadeOnceAndKeptSealed() {
        String key = settings(priya).get("pushKey").asText();

        assertThat(key).matches("[\\w-]{87}").isEqualTo(settings(tom).get("pushKey").asText());
        assertThat(
                        DatabaseOwner.ask(
                                """
                                SELECT encode(sealed_private_key, 'hex') FROM push_key
                                """))
                .singleElement()
                .asString()
                .doesNotContain("06072a8648ce3d0201"); // how a key of this kind begins
    }

    @Test
    void whatOneChoosesIsOnesOwn() {
        JsonNode before = settings(tom);

        Answer saved =
                save(
                        """
                        {"email": false, "browser": true, "sound": "chime",
                         "quietHours": {"from": "22:00", "to": "07:30", "timeZone": "Asia/Kolkata"}}
                        """);

        assertThat(saved.outcome()).isEqualTo("200");
        assertThat(settings(priya)).isEqualTo(saved.json());
        assertThat(saved.json().get("email").asBoolean()).isFalse();
        assertThat(saved.json().get("sound").asText()).isEqualTo("chime");
        assertThat(saved.json().get("quietHours").get("to").asText()).isEqualTo("07:30");
        assertThat(saved.json().get("quietHours").get("timeZone").asText())
                .isEqualTo("Asia/Kolkata");
        assertThat(settings(tom)).isEqualTo(before);
        assertThat(save("{\"email\": true, \"browser\": false, \"sound\": \"none\"}").json())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "drums, 22:00, 07:30, Europe/Warsaw, 422 sound_unknown, sound",
        "bell, 25:00, 07:30, Europe/Warsaw, 422 quiet_hours_invalid, quietHours.from",
        "bell, 22:00, 7, Europe/Warsaw, 422 quiet_hours_invalid, quietHours.to",
        "bell, 22:00, 22:00, Europe/Warsaw, 422 quiet_hours_invalid, quietHours.to",
        "bell, 22:00, 07:30, Middle/Earth, 422 time_zone_unknown, quietHours.timeZone",
    })
    void whatCannotBeIsRefused(
            String sound, String from, String to, String zone, String outcome, String field) {
        Answer refused =
                save(
                        """
                        {"email": true, "browser": true, "sound": "%s",
                         "quietHours": {"from": "%s", "to": "%s", "timeZone": "%s"}}
                        """
                                .formatted(sound, from, to, zone));

        assertThat(refused.outcome()).isEqualTo(outcome);
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void ofWhatOneIsToldIsChosenForEachWayAndStaysUntilItIsChosenAgain() {
        JsonNode everything = settings(priya).get("topics");
        assertThat(everything.get("email"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "message_unassigned", "message_mine", "assigned", "mentioned", "bounced");

        Answer saved =
                save(
                        """
                        {"email": true, "browser": true, "sound": "bell",
                         "topics": {"email": ["assigned"], "sound": []}}
                        """);

        assertThat(saved.json().at("/topics/email"))
                .extracting(JsonNode::asText)
                .containsExactly("assigned");
        assertThat(saved.json().at("/topics/sound")).isEmpty();
        assertThat(saved.json().at("/topics/browser")).isEqualTo(everything.get("browser"));
        assertThat(
                        save("{\"email\": true, \"browser\": false, \"sound\": \"none\"}")
                                .json()
                                .get("topics"))
                .isEqualTo(saved.json().get("topics"));
        assertRefused(
                save(
                        """
                        {"email": true, "browser": true, "sound": "bell", "topics": {"email": ["all"]}}
                        """),
                "422 topic_unknown");
    }

    @Test
    void theSameBrowserIsKnownOnceAndBelongsToWhoUsesItNow() {
        PushBrowser browser = PushBrowser.at("https://push.example/one");

        String first = subscribe(priya, browser).json().get("subscription").asText();
        String again = subscribe(priya, browser).json().get("subscription").asText();
        String taken = subscribe(tom, browser).json().get("subscription").asText();

        assertThat(again).isEqualTo(first);
        assertThat(taken).isEqualTo(first);
        assertThat(subscribersOf(browser)).isEqualTo(tom.staff().id().value().toString());
    }

    @Test
    void nobodyEndsWhatIsAnothersAndEverybodyEndsTheirOwn() {
        PushBrowser browser = PushBrowser.at("https://push.example/mine");
        String id = subscribe(priya, browser).json().get("subscription").asText();

        assertThat(end(tom, id).outcome()).isEqualTo("200");
        assertThat(subscribersOf(browser)).isEqualTo(priya.staff().id().value().toString());
        assertThat(end(priya, id).outcome()).isEqualTo("200");
        assertThat(end(priya, id).outcome()).isEqualTo("200");
        assertThat(subscribersOf(browser)).isEmpty();
    }

    @Test
    void signingOutEndsWhatThisBrowserIsTold() {
        PushBrowser here = PushBrowser.at("https://push.example/here");
        PushBrowser elsewhere = PushBrowser.at("https://push.example/elsewhere");
        subscribe(priya, here);
        subscribe(tom, elsewhere);

        Http.of("DELETE", "/api/staff/session").as(priya).send();

        assertThat(subscribersOf(here)).isEmpty();
        assertThat(subscribersOf(elsewhere)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example/1",
                "ftp://push.example/1",
                "https://10.0.0.1/1",
                "https://192.168.1.1/1",
                "https://169.254.169.254/latest",
                "https://[::1]/1",
                "https://[fd00::1]/1",
                "https://[::ffff:10.0.0.1]/1",
                "https://me@push.example/1",
                "http://127.0.0.2/1",
                "push.example",
                "",
                "https:///1",
                "file:///etc/passwd"
            })
    void aPushServiceIsAPublicHttpsAddress(String endpoint) {
        Answer refused = subscribe(priya, PushBrowser.at(endpoint));

        assertThat(refused.outcome()).isEqualTo("422 subscription_invalid");
        assertThat(refused.field()).isEqualTo("endpoint");
    }

    @ParameterizedTest
    @CsvSource({
        "AAAA, BTBZMqHH6r4Tts7J_aSIgg, keys.p256dh",
        "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, BTBZMqHH6r4Tts7J_aSIgg, keys.p256dh",
        "not base64!, BTBZMqHH6r4Tts7J_aSIgg, keys.p256dh",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4, AAAA, keys.auth",
    })
    void keysThatAreNoneAreRefused(String p256dh, String auth, String field) {
        Answer refused =
                Http.post(
                                path("/push-subscriptions"),
                                """
                                {"endpoint": "https://push.example/1", "keys": {"p256dh": "%s", "auth": "%s"}}
                                """
                                        .formatted(p256dh, auth))
                        .as(priya)
                        .send();

        assertThat(refused.outcome()).isEqualTo("422 subscription_invalid");
        assertThat(refused.field()).isEqualTo(field);
    }

    @Test
    void ofOnePersonTheNewestTwentyBrowsersAreKept() {
        for (int number = 1; number <= 21; number++) {
            subscribe(priya, PushBrowser.at("https://push.example/many/" + number));
        }

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT count(*)::text FROM push_subscription WHERE staff_id = ?",
                                priya.staff().id().value()))
                .containsExactly("20");
        assertThat(subscribersOf(PushBrowser.at("https://push.example/many/1"))).isEmpty();
    }

    private JsonNode settings(SignedIn person) {
        return Http.get(path("/notification-settings")).as(person).send().json();
    }

    private Answer save(String body) {
        return Http.put(path("/notification-settings"), body).as(priya).send();
    }

    private Answer subscribe(SignedIn person, PushBrowser browser) {
        return Http.post(path("/push-subscriptions"), browser.json()).as(person).send();
    }

    private Answer end(SignedIn person, String id) {
        return Http.of("DELETE", path("/push-subscriptions/" + id)).as(person).send();
    }

    private String subscribersOf(PushBrowser browser) {
        return String.join(
                ", ",
                DatabaseOwner.ask(
                        """
                        SELECT staff_id::text FROM push_subscription
                         WHERE store_id = ? AND endpoint = ?
                        """,
                        store.id().value(),
                        browser.endpoint()));
    }

    private String path(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }
}
