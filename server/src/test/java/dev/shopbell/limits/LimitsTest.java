package dev.shopbell.limits;

import static dev.shopbell.limits.FewOfEverything.FEW;
import static dev.shopbell.limits.FewOfEverything.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who asks too much is told to wait; nobody else is.
@QuarkusTest
@TestProfile(FewOfEverything.class)
class LimitsTest {

    @Inject Given given;
    @Inject GivenIntegration integrations;

    private Store store;
    private String here;

    @BeforeEach
    void beSomewhereElse() {
        store = given.store();
        here = address();
    }

    @Test
    void aVisitorWhoWritesTooMuchIsToldWhenToComeBack() {
        VisitorSecret anna = given.secret();
        UUID conversation = UUID.randomUUID();
        for (int message = 1; message <= FEW; message++) {
            assertThat(write(anna, conversation, here).status()).isEqualTo(200);
        }

        Http.Answer oneMore = write(anna, conversation, here);

        assertThat(oneMore.outcome()).isEqualTo("429 too_many_requests");
        assertThat(oneMore.header("retry-after").map(Integer::parseInt).orElseThrow())
                .isBetween(1, 60);
    }

    @Test
    void aPageThatTellsTooMuchOfItsVisitorIsToldWhenToComeBack() {
        VisitorSecret anna = given.secret();
        assertThat(write(anna, UUID.randomUUID(), here).status()).isEqualTo(200);
        for (int time = 1; time <= FEW; time++) {
            assertThat(tellOfCart(anna, time).status()).isEqualTo(204);
        }

        assertThat(tellOfCart(anna, FEW + 1).outcome()).isEqualTo("429 too_many_requests");
    }

    private Http.Answer tellOfCart(VisitorSecret secret, int quantity) {
        return Http.put(
                        "/api/widget/" + store.key() + "/cart",
                        """
                        {"currency": "EUR", "items": [{"title": "Bowl", "price": 4200, "quantity": %d}]}
                        """
                                .formatted(quantity))
                .as(secret)
                .with("X-Forwarded-For", here)
                .send();
    }

    @Test
    void filesAreCountedByVisitorAndByAddress() {
        VisitorSecret anna = given.secret();
        UUID conversation = UUID.randomUUID();
        assertThat(write(anna, conversation, here).status()).isEqualTo(200);
        for (int file = 1; file <= FEW; file++) {
            assertThat(upload(anna, conversation, here).status()).isEqualTo(200);
        }

        assertThat(upload(anna, conversation, address()).outcome())
                .isEqualTo("429 too_many_requests");
        for (int file = FEW + 1; file <= 2 * FEW; file++) {
            upload(given.secret(), conversation, here);
        }
        assertThat(upload(given.secret(), conversation, here).outcome())
                .isEqualTo("429 too_many_requests");
    }

    private Http.Answer upload(VisitorSecret secret, UUID conversation, String address) {
        String path =
                "/api/widget/%s/conversations/%s/attachments/%s?name=parcel.png"
                        .formatted(store.key(), conversation, UUID.randomUUID());
        return Http.of("PUT", path)
                .as(secret)
                .with("X-Forwarded-For", address)
                .body(Pictures.png(1))
                .send();
    }

    /// Links, too: each ends the one before.
    @Test
    void aStoreInvitesOnlySoManyPeople() {
        SignedIn owner = given.owner(store);
        String invitations = "/api/staff/stores/" + store.id().value() + "/invitations";
        UUID id = GivenTeam.invitation(store, owner.staff().id()).id();
        Http copy = Http.of("POST", invitations + "/" + id + "/link").as(owner);
        for (int link = 1; link <= 2 * FEW; link++) {
            assertThat(copy.send().status()).isEqualTo(200);
        }

        assertThat(copy.send().outcome()).isEqualTo("429 too_many_requests");
    }

    @Test
    void nobodyIsInvitedAgainAndAgain() {
        String role = GivenTeam.role(store, Team.CONVERSATION_MANAGEMENT).value().toString();
        SignedIn owner = given.owner(store);
        Http invite =
                Http.post(
                                "/api/staff/stores/" + store.id().value() + "/invitations",
                                "{\"email\": \"%s\", \"roles\": [\"%s\"]}"
                                        .formatted(owner.staff().email().value(), role))
                        .as(owner);
        for (int mail = 1; mail <= FEW; mail++) {
            assertThat(invite.send().outcome()).isEqualTo("409 already_member");
        }

        assertThat(invite.send().outcome()).isEqualTo("429 too_many_requests");
    }

    @Test
    void anApiKeyHasItsShareAndIsToldWhatIsLeftOfIt() {
        Http ask =
                Http.get("/api/v1/store")
                        .with("Authorization", "Bearer " + integrations.key(owner().member()));
        for (int request = FEW - 1; request >= 0; request--) {
            Http.Answer answer = ask.send();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Remaining")).hasValue(Integer.toString(request));
        }

        Http.Answer oneMore = ask.send();

        assertThat(oneMore.outcome()).isEqualTo("429 too_many_requests");
        assertThat(oneMore.header("RateLimit-Limit")).hasValue(Integer.toString(FEW));
        assertThat(oneMore.header("RateLimit-Remaining")).hasValue("0");
        assertThat(oneMore.header("retry-after").map(Integer::parseInt).orElseThrow())
                .isBetween(1, 60);
    }

    @Test
    void whoTriesApiKeysInVainIsStoppedAndWhoHasOneInUseIsNot() {
        String good = integrations.key(owner().member());
        assertThat(show(good).status()).isEqualTo(200);
        for (int guess = 1; guess <= FEW; guess++) {
            assertThat(show("sbk_" + given.secret().value()).outcome())
                    .isEqualTo("401 api_key_unknown");
        }

        assertThat(show("sbk_" + given.secret().value()).outcome())
                .isEqualTo("429 too_many_requests");
        assertThat(show(good).status()).isEqualTo(200);
    }

    private SignedIn owner() {
        return given.owner(store);
    }

    private Http.Answer show(String key) {
        return Http.get("/api/v1/store")
                .with("Authorization", "Bearer " + key)
                .with("X-Forwarded-For", here)
                .send();
    }

    @Test
    void newCustomersAreCountedByTheServerAndNotByWhatTheySend() {
        for (int customer = 1; customer <= FEW; customer++) {
            assertThat(write(given.secret(), UUID.randomUUID(), here).status()).isEqualTo(200);
        }

        assertThat(write(given.secret(), UUID.randomUUID(), here).outcome())
                .isEqualTo("429 too_many_requests");
        assertThat(write(given.secret(), UUID.randomUUID(), address()).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsRefusedAsNewLeavesNothingBehind() {
        VisitorSecret late = given.secret();
        for (int customer = 1; customer <= FEW; customer++) {
            write(given.secret(), UUID.randomUUID(), here);
        }

        assertThat(write(late, UUID.randomUUID(), here).status()).isEqualTo(429);

        Http thread = Http.get("/api/widget/" + store.key() + "/conversation").as(late);
        assertThat(thread.send().outcome()).isEqualTo("401 unknown_visitor");
    }

    /// What costs the database much is counted for each member of each store.
    @ParameterizedTest
    @ValueSource(strings = {"search", "draft", "bulk", "transcript"})
    void aMemberIsToldToWaitAndTheirColleagueIsNot(String costly) {
        SignedIn maya = given.agent(store);
        SignedIn jonas = given.agent(store);
        for (int time = 1; time <= FEW; time++) {
            assertThat(costly(costly).as(maya).send().status()).isNotEqualTo(429);
        }

        Http.Answer oneMore = costly(costly).as(maya).send();

        assertThat(oneMore.outcome()).isEqualTo("429 too_many_requests");
        assertThat(oneMore.header("retry-after")).isPresent();
        assertThat(costly(costly).as(jonas).send().status()).isNotEqualTo(429);
    }

    @Test
    void linksOfMailsAreNotTriedOneAfterTheOther() {
        Http link =
                Http.of("POST", "/confirm/" + store.key() + "/" + "A".repeat(43))
                        .with("X-Forwarded-For", here);
        for (int guess = 1; guess <= FEW; guess++) {
            assertThat(link.send().status()).isEqualTo(410);
        }

        assertThat(link.send().status()).isEqualTo(429);
        assertThat(link.send().body())
                .contains("Too many links were tried")
                .doesNotContain("<form");
    }

    @Test
    void allShoppersOfOnePlaceTogetherWriteOnlySoMuch() {
        VisitorSecret anna = given.secret();
        VisitorSecret bea = given.secret();
        for (int message = 1; message <= FEW; message++) {
            assertThat(write(anna, UUID.randomUUID(), here).status()).isEqualTo(200);
            assertThat(write(bea, UUID.randomUUID(), here).status()).isEqualTo(200);
        }

        assertThat(write(given.secret(), UUID.randomUUID(), here).outcome())
                .isEqualTo("429 too_many_requests");
    }

    @Test
    void metricsAreForWhoeverHasTheirToken() {
        Http metrics = Http.get("/q/metrics");

        assertThat(metrics.send().status()).isEqualTo(404);
        assertThat(metrics.with("Authorization", "Bearer something").send().status())
                .isEqualTo(404);
        assertThat(Http.get("//q//metrics/").send().body()).doesNotContain("jvm_");
        Http.Answer answer = metrics.with("Authorization", "Bearer " + Given.METRICS_TOKEN).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes");
    }

    private Http.Answer write(VisitorSecret secret, UUID conversation, String address) {
        String path =
                "/api/widget/%s/conversations/%s/messages/%s"
                        .formatted(store.key(), conversation, UUID.randomUUID());
        String body =
                """
                {"text": "Hello?", "contact": {"email": "anna@example.com", "name": "Anna"}}
                """;
        return Http.put(path, body).as(secret).with("X-Forwarded-For", address).send();
    }

    private Http costly(String what) {
        String root = "/api/staff/stores/" + store.id().value();
        UUID nothing = UUID.randomUUID();
        return switch (what) {
            case "search" -> Http.get(root + "/search?q=cup");
            case "draft" ->
                    Http.put(
                            root + "/conversations/" + nothing + "/draft",
                            "{\"kind\": \"note\", \"text\": \"Well\"}");
            case "bulk" ->
                    Http.post(
                            root + "/bulk",
                            "{\"conversations\": [\"%s\"], \"action\": {\"type\": \"read\"}}"
                                    .formatted(nothing));
            case "transcript" -> Http.get(root + "/conversations/" + nothing + "/transcript");
            default -> throw new IllegalArgumentException(what);
        };
    }
}
