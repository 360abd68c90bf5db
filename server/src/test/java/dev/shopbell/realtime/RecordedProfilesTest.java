package dev.shopbell.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenIdentity;
import dev.shopbell.testkit.GivenIntegration;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.ShopSystem;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffPage;
import dev.shopbell.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of who somebody is, and of what the store's own system does.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordingServer.class)
class RecordedProfilesTest {

    private static final String PROFILE =
            "/api/staff/stores/{store}/conversations/{conversation}/profile";

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject GivenIdentity identities;
    @Inject GivenIntegration integrations;
    @TestHTTPResource URI server;

    private RecordedStore shop;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
        integrations.customer(shop.store(), "c-1", "Anna Kowalska", "anna@example.com");
    }

    @Test
    void aCustomerIsLinkedByHand() {
        shop.save(
                everybodyHearing("profile"),
                "a staff member says which of the store's customers somebody is",
                "PUT " + PROFILE + "/link",
                this::link);
    }

    @Test
    void aLinkIsTakenBack() {
        link();

        shop.save(
                everybodyHearing("profile"),
                "a staff member takes it back",
                "DELETE " + PROFILE + "/link",
                () -> ask("DELETE", "/link", null));
    }

    @Test
    void aStaffNoteIsRemoved() {
        String note = "/notes/" + UUID.randomUUID();
        ask("PUT", note, Map.of("text", "Gift buyer", "version", 0));

        shop.save(
                everybodyHearing("profile"),
                "a staff member removes a note about a customer",
                "DELETE " + PROFILE + "/notes/{note}",
                () -> ask("DELETE", note + "?version=1", null));
    }

    @Test
    void aSystemResolvesAConversation() {
        ShopSystem system = new ShopSystem(integrations.key(shop.lena().member()));

        shop.save(
                everybodyHearing("changes"),
                "the store's own system resolves a conversation",
                "PUT /api/v1/conversations/{conversation}/status",
                () ->
                        assertThat(
                                        system.put(
                                                        "/conversations/%s/status"
                                                                .formatted(
                                                                        shop.anna().conversation()),
                                                        "{\"status\": \"resolved\"}")
                                                .status())
                                .isEqualTo(200));
    }

    @Test
    void aSystemSaysSomething() {
        ShopSystem system = new ShopSystem(integrations.key(shop.lena().member()));

        shop.save(
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "message"),
                "the store's own system says something",
                "PUT /api/v1/conversations/{conversation}/messages/{message}",
                () ->
                        assertThat(
                                        system.put(
                                                        "/conversations/%s/messages/%s"
                                                                .formatted(
                                                                        shop.anna().conversation(),
                                                                        UUID.randomUUID()),
                                                        "{\"text\": \"Your parcel has left\"}")
                                                .status())
                                .isEqualTo(200));
    }

    @Test
    void aThreadGoesOnInAnother() {
        String secret = identities.secret(shop.lena().member());
        signIn(shop.anna(), secret);
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes", "profile", "profile")
                        .hearing(
                                StaffPage.of(
                                        "Lena, who has the thread open that ends",
                                        shop.lena(),
                                        shop.ben().conversation()),
                                "changes",
                                "profile");

        shop.save(
                recorder,
                "somebody who wrote as nobody signs in as a customer who has a newer thread",
                "PUT /api/widget/{key}/identity",
                () -> signIn(shop.ben(), secret));
    }

    private void signIn(ShopperBrowser shopper, String secret) {
        String claims =
                Tokens.claims(shop.store().key(), "c-1", "anna@example.com", "Anna Kowalska");
        assertThat(
                        GivenIdentity.identify(
                                        shop.store(),
                                        shopper.secret(),
                                        Tokens.hs256(secret, claims))
                                .status())
                .isEqualTo(204);
    }

    private void link() {
        ask("PUT", "/link", Map.of("shopCustomer", "c-1"));
    }

    private void ask(String method, String below, @Nullable Object body) {
        String path = "/conversations/%s/profile%s".formatted(shop.anna().conversation(), below);
        var answer = shop.priya().ask(method, path, body);
        assertThat(answer.status()).as(path).isEqualTo(200);
        JsonNode said = answer.body();
        assertThat(said.isObject()).isTrue();
    }

    private Recorder everybodyHearing(String frame) {
        return new Recorder()
                .hearing(shop.priyasPage(), frame)
                .hearing(shop.lenasPage())
                .hearing(shop.annasPage());
    }
}
