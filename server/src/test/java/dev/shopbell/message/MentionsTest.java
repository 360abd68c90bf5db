package dev.shopbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Answer;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenTeam;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import dev.shopbell.testkit.StaffedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Notes that name colleagues: only those who may read them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MentionsTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @TestHTTPResource URI server;

    private StaffedStore shop;

    @BeforeEach
    void aQuestion() {
        shop = StaffedStore.open(given, server);
    }

    @Test
    void aNoteSaysWhomItNames() {
        Answer posted =
                shop.priya()
                        .tryToNote(
                                shop.conversation(),
                                "@Lena what do you think?",
                                List.of(shop.lena()));

        assertThat(posted.status()).isEqualTo(200);
        JsonNode note = shop.lena().thread(shop.conversation()).at("/messages/1");
        assertThat(note.get("mentions")).hasSize(1);
        assertThat(note.at("/mentions/0").asText())
                .isEqualTo(shop.lena().member().staff().value().toString());
    }

    @Test
    void whoIsNamedIsToldUntilTheyHaveReadTheNote() {
        shop.priya()
                .tryToNote(
                        shop.conversation(),
                        "@Lena what do you think?",
                        List.of(shop.lena(), shop.priya()));
        assertThat(
                        shop.lena()
                                .thread(shop.conversation())
                                .at("/conversation/mentioned")
                                .asBoolean())
                .isTrue();
        assertThat(
                        shop.priya()
                                .thread(shop.conversation())
                                .at("/conversation/mentioned")
                                .asBoolean())
                .isFalse();

        shop.lena().read(shop.conversation(), 1);
        assertThat(
                        shop.lena()
                                .thread(shop.conversation())
                                .at("/conversation/mentioned")
                                .asBoolean())
                .isTrue();
        shop.lena().read(shop.conversation(), 2);
        assertThat(
                        shop.lena()
                                .thread(shop.conversation())
                                .at("/conversation/mentioned")
                                .asBoolean())
                .isFalse();

        shop.priya().tryToNote(shop.conversation(), "@Lena and now?", List.of(shop.lena()));
        assertThat(
                        shop.lena()
                                .thread(shop.conversation())
                                .at("/conversation/mentioned")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void whoIsNamedInWhatIsResolvedIsToldWhenTheyComeToTheInbox() {
        shop.priya()
                .tryToNote(shop.conversation(), "@Lena what do you think?", List.of(shop.lena()));
        deeds.resolve(shop.store(), shop.conversation(), shop.priya().member().staff());
        for (int other = 0; other < 4; other++) {
            new ShopperBrowser(server, shop.store(), given.secret()).write("And to Gozo?");
        }

        assertThat(latest(shop.lena())).contains(shop.conversation().toString());
        assertThat(latest(shop.priya())).doesNotContain(shop.conversation().toString());

        shop.lena()
                .read(
                        shop.conversation(),
                        shop.lena()
                                .thread(shop.conversation())
                                .at("/conversation/lastSeq")
                                .asLong());
        assertThat(latest(shop.lena())).doesNotContain(shop.conversation().toString());
    }

    @Test
    void nobodyIsToldOfWhatTheyMayNotSeeAnyMore() {
        shop.priya()
                .tryToNote(shop.conversation(), "@Lena what do you think?", List.of(shop.lena()));
        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.priya().member().staff(),
                shop.priya().member().staff());

        assertThat(latest(shop.lena())).doesNotContain(shop.conversation().toString());
    }

    @Test
    void whoIsNamedHearsOfItAtOnce() {
        try (LiveClient lenas = shop.lena().connect(shop.lena().inbox().get("position"))) {
            lenas.next("changes");
            shop.priya()
                    .tryToNote(
                            shop.conversation(), "@Lena what do you think?", List.of(shop.lena()));

            JsonNode heard = lenas.next("changes");
            assertThat(heard.at("/conversations/0/mentioned").asBoolean()).isTrue();
        }
    }

    @Test
    void administratorsCanBeNamedInWhatTheyMayRead() {
        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.priya().member().staff(),
                shop.priya().member().staff());
        DatabaseOwner.execute(
                "UPDATE store SET settings = settings || '{\"administratorsReadAssigned\": true}' WHERE store_id = ?",
                shop.store().id().value());

        assertThat(
                        shop.priya()
                                .tryToNote(shop.conversation(), "@Lena?", List.of(shop.lena()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotSeeTheConversationCannotBeNamed() {
        deeds.assign(
                shop.store(),
                shop.conversation(),
                shop.priya().member().staff(),
                shop.priya().member().staff());
        assertNotPossible(List.of(shop.lena()));
        assertThat(
                        shop.priya()
                                .tryToNote(shop.conversation(), "For @me", List.of(shop.priya()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void whoHasLeftOrWorksElsewhereOrMayNotReadConversationsCannotBeNamed() {
        StaffBrowser elsewhere = new StaffBrowser(server, given.agent(given.store()));
        StaffBrowser gone = new StaffBrowser(server, given.agent(shop.store()));
        GivenTeam.deactivateAccount(gone.member().staff());
        DatabaseOwner.execute(
                """
                INSERT INTO role (store_id, role_id, name, permissions)
                VALUES (?, gen_random_uuid(), 'Settings only', '{inbox_administration}')
                """,
                shop.store().id().value());
        StaffBrowser settings =
                new StaffBrowser(server, given.member(shop.store(), "Ines Marsh", "Settings only"));

        for (StaffBrowser person : List.of(elsewhere, gone, settings)) {
            assertNotPossible(List.of(shop.lena(), person));
        }
    }

    @Test
    void anAnswerNamesNobody() {
        Answer refused =
                shop.priya().tryToSay(shop.conversation(), "staff", "Hi", List.of(shop.lena()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").asText()).isEqualTo("mention_not_possible");
    }

    private static List<String> latest(StaffBrowser person) {
        return person.inbox().get("latest").findValuesAsText("id");
    }

    private void assertNotPossible(List<StaffBrowser> named) {
        Answer refused = shop.priya().tryToNote(shop.conversation(), "What do you think?", named);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("code").asText()).isEqualTo("mention_not_possible");
        assertThat(refused.body().get("field").asText()).isEqualTo("mentions");
    }
}
