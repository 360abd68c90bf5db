package dev.shopbell.badinput;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RunningRoutes;
import dev.shopbell.testkit.RunningRoutes.Route;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Addresses that lead nowhere, and what can be wrong behind the question mark.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AddressTest {

    private static final List<String> NO_IDS =
            List.of("1", "1-1-1-1-1", "xyz", "%00", "..%2f..", "%F0%9F%91%8D", "null");
    private static final List<String> NO_NUMBERS =
            List.of("x", "1.5", "1e3", "0x10", "%00", "99999999999999999999", "1,2", "%201");

    @Inject Given given;

    private Store store;
    private SignedIn agent;
    private SignedIn owner;
    private VisitorSecret shopper;
    private UUID conversation;

    @BeforeEach
    void somebodyHasWritten() {
        store = given.store();
        agent = given.agent(store);
        owner = given.owner(store);
        shopper = given.secret();
        conversation = given.firstMessage(store, shopper, "Hello").conversation().id().value();
    }

    @Test
    void anAddressThatIsTooLongIsRefusedInWords() {
        String upload =
                "/api/staff/stores/%s/conversations/%s/attachments/%s?name="
                        .formatted(store.id().value(), conversation, UUID.randomUUID());

        assertRefused(
                Http.of("PUT", upload + "a".repeat(3_000)).as(agent).body(new byte[1]).send(),
                "422 file_name_invalid");
        for (String name :
                List.of("a".repeat(4_000), "a".repeat(10_000), "%F0%9F%99%82".repeat(10_000))) {
            assertRefused(
                    Http.of("PUT", upload + name).as(agent).body(new byte[1]).send(),
                    "414 address_too_long");
        }
        assertRefused(Http.get("/nowhere/" + "a".repeat(5_000)).send(), "414 address_too_long");
    }

    @Test
    void anUnknownOrMalformedIdLeadsNowhere() {
        for (Route route : RunningRoutes.resources()) {
            if (!route.path().startsWith("/api/staff/")) {
                continue;
            }
            for (String parameter :
                    List.of(
                            "{store}",
                            "{conversation}",
                            "{role}",
                            "{staff}",
                            "{invitation}",
                            "{session}")) {
                if (route.path().contains(parameter)) {
                    if (!isSafeToRepeat(route, parameter)) {
                        assertLeadsNowhere(route, parameter, UUID.randomUUID().toString());
                    }
                    NO_IDS.forEach(id -> assertLeadsNowhere(route, parameter, id));
                }
            }
            if (route.path().contains("{message}")) {
                NO_IDS.forEach(id -> assertLeadsNowhere(route, "{message}", id));
            }
            if (route.path().contains("{seq}")) {
                // A number may be the one of a message.
                NO_IDS.stream()
                        .filter(id -> !id.equals("1"))
                        .forEach(id -> assertLeadsNowhere(route, "{seq}", id));
            }
        }
    }

    @Test
    void anUnknownOrMalformedKeyIsNoStores() {
        for (Route route : RunningRoutes.resources()) {
            if (!route.path().contains("{key}")) {
                continue;
            }
            for (String key :
                    List.of("nope", "%00", "%27", store.key() + "0", "0".repeat(24), "%C3%A4")) {
                assertRefused(
                        allowed(new Route(route.method(), route.path().replace("{key}", key)))
                                .send(),
                        "404 store_not_found");
            }
        }
    }

    @Test
    void aShoppersMalformedIdsLeadNowhere() {
        String path =
                "/api/widget/" + store.key() + "/conversations/{conversation}/messages/{message}";
        for (String id : NO_IDS) {
            for (String parameter : List.of("{conversation}", "{message}")) {
                assertRefused(
                        allowed(new Route("PUT", path.replace(parameter, id))).send(),
                        "404 not_found");
            }
        }
    }

    @Test
    void pathsNobodyServesAreNotFound() {
        for (String path :
                List.of(
                        "/api",
                        "/api/",
                        "/api/nope",
                        "/api/staff/",
                        "/api/staff/stores",
                        "/api/staff/me/more",
                        "/api/widget/" + store.key(),
                        "/widget/assets/nope.js",
                        "/widget/assets/%00",
                        "/widget/assets/..%2f..%2fapplication.properties",
                        "/inbox-assets/..%2f..%2f..%2fapplication.properties",
                        "/inbox-assets/%2e%2e/%2e%2e/application.properties",
                        "/inbox-assets/..%5c..%5capplication.properties",
                        "/inbox-assets//etc/passwd",
                        "/inboxes",
                        "/.env",
                        "/wp-login.php")) {
            assertRefused(Http.get(path).as(agent).send(), "404 not_found");
        }
    }

    @Test
    void aMethodThatAPathDoesNotTakeIsNotAllowed() {
        Map<String, Set<String>> taken = new TreeMap<>();
        for (Route route : RunningRoutes.resources()) {
            taken.computeIfAbsent(route.path(), _ -> new TreeSet<>()).add(route.method());
        }
        taken.values().stream().filter(m -> m.contains("GET")).forEach(m -> m.add("HEAD"));

        taken.forEach((path, methods) -> {
            for (String method : List.of("GET", "PUT", "POST", "DELETE", "PATCH", "NONSENSE")) {
                if (!methods.contains(method)) {
                    Answer answer = allowed(new Route(method, path)).send();

                    assertRefused(answer, "405 method_not_allowed");
                    assertThat(answer.header("allow")).hasValue(String.join(", ", methods));
                }
            }
        });
    }

    @Test
    void numbersThatAreNoneAreNamed() {
        String thread = staff("/conversations/" + conversation + "/messages?");
        String shoppers = "/api/widget/" + store.key() + "/conversation/messages?";
        for (String number : NO_NUMBERS) {
            for (String name : List.of("after", "before")) {
                assertInvalid(name, thread + name + "=" + number);
                assertInvalid(name, shoppers + name + "=" + number);
            }
            assertInvalid("limit", thread + "after=0&limit=" + number);
            assertInvalid("limit", shoppers + "after=0&limit=" + number);
            assertInvalid("wait", shoppers + "after=0&wait=" + number);
            assertInvalid("limit", staff("/conversations?limit=" + number));
            assertInvalid("after", staff("/changes?epoch=x&after=" + number));
            assertInvalid("wait", staff("/changes?epoch=x&after=0&wait=" + number));
        }
    }

    @Test
    void numbersOutOfRangeAreNamed() {
        String thread = staff("/conversations/" + conversation + "/messages?after=0&");
        String shoppers = "/api/widget/" + store.key() + "/conversation/messages?after=0&";
        for (String limit : List.of("0", "-1", "201", "2147483647")) {
            assertInvalid("limit", thread + "limit=" + limit);
            assertInvalid("limit", shoppers + "limit=" + limit);
        }
        for (String limit : List.of("0", "-1", "101")) {
            assertInvalid("limit", staff("/conversations?limit=" + limit));
        }
        for (String wait : List.of("-1", "26")) {
            assertInvalid("wait", shoppers + "wait=" + wait);
            assertInvalid("wait", staff("/changes?epoch=x&after=0&wait=" + wait));
        }
    }

    @Test
    void placesFarOutsideAThreadAreEmptyAndNoMistake() {
        String thread = staff("/conversations/" + conversation + "/messages?");
        for (String range :
                List.of(
                        "after=9223372036854775807",
                        "before=-9223372036854775808",
                        "before=0",
                        "after=1")) {
            assertThat(Http.get(thread + range).as(agent).send().json().path("messages")).isEmpty();
        }
        assertThat(Http.get(thread + "after=-5").as(agent).send().json().path("messages"))
                .hasSize(1);
    }

    @Test
    void aRangeHasOneEnd() {
        String thread = staff("/conversations/" + conversation + "/messages");
        String shoppers = "/api/widget/" + store.key() + "/conversation/messages";
        for (String range : List.of("", "?after=1&before=3", "?limit=5")) {
            assertInvalid("after", thread + range);
            assertInvalid("after", shoppers + range);
        }
        assertInvalid("wait", shoppers + "?before=1&wait=1");
    }

    @Test
    void listsThatDoNotExistAndCursorsThatAreNoneAreNamed() {
        for (String view : List.of("nope", "ALL", "%00", "all%20")) {
            assertInvalid("view", staff("/conversations?view=" + view));
        }
        for (String cursor :
                List.of(
                        "nope",
                        "%00",
                        cursor("infinity/" + conversation),
                        cursor("+1000000000-12-31T23:59:59Z/" + conversation),
                        cursor("2026-11-16T09:00:00Z/nope"))) {
            assertInvalid("before", staff("/conversations?before=" + cursor));
        }
        assertInvalid("epoch", staff("/changes?after=0"));
        assertInvalid("after", staff("/changes?epoch=x"));
    }

    @Test
    void anAnswerThatIsNoJsonIsNotToBeHad() {
        for (String accepted : List.of("text/html", "image/png", "nonsense", ";;;")) {
            assertRefused(
                    Http.get(staff("/inbox")).as(agent).with("Accept", accepted).send(),
                    "406 not_acceptable");
        }
    }

    /// What takes something of one's own away says that it is gone, whether it was there or not.
    private static boolean isSafeToRepeat(Route route, String parameter) {
        return route.method().equals("DELETE") && route.path().endsWith("/drafts/" + parameter);
    }

    private void assertInvalid(String field, String path) {
        Answer answer = allowed(new Route("GET", path)).send();

        assertRefused(answer, "400 invalid_value");
        assertThat(answer.field()).as(path).isEqualTo(field);
    }

    private void assertLeadsNowhere(Route route, String parameter, String id) {
        String path =
                route.path()
                        .replace(parameter, id)
                        .replaceAll("/messages$", "/messages?after=0")
                        .replaceAll("/attachments/[^/]+$", "$0?name=photo.png")
                        .replaceAll("/notes/[^/]+$", "$0?version=1")
                        .replaceAll("/changes$", "/changes?epoch=x&after=0");

        assertRefused(allowed(new Route(route.method(), path)).send(), "404 not_found");
    }

    /// As somebody who may, with a proper body where one is needed.
    private Http allowed(Route route) {
        Http request = Http.of(route.method(), filled(route.path()));
        Http withBody =
                route.method().equals("GET")
                        ? request
                        : request.json(AddressBodies.of(route.path(), store));
        return route.path().startsWith("/api/widget/")
                ? withBody.as(shopper)
                : withBody.as(isAboutTheTeam(route.path()) ? owner : agent);
    }

    private static boolean isAboutTheTeam(String path) {
        return Pattern.compile(
                        "/(roles|members|invitations|quick-repl(y|ies)|faqs?|api-keys|identity-keys|webhooks|discount-link|origins|pages-visited|email-(settings|check))\\b")
                .matcher(path)
                .find();
    }

    private String filled(String path) {
        return path.replace("{store}", store.id().value().toString())
                .replace("{conversation}", conversation.toString())
                .replace("{message}", UUID.randomUUID().toString())
                .replace("{seq}", "1")
                .replace("{from}", "1")
                .replace("{key}", store.key())
                .replace("{shop}", store.key())
                .replaceAll(
                        "\\{(role|staff|invitation|session|quickReply|faq|apiKey|identityKey|webhook|delivery|note|customer|product|order|import|attachment|subscription|token)}",
                        UUID.randomUUID().toString())
                .replaceAll("\\{file[^}]*}", "nope.js")
                .replaceAll("\\{below:.*}$", "/x");
    }

    private String staff(String below) {
        return "/api/staff/stores/" + store.id().value() + below;
    }

    private static String cursor(String plain) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
