package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.access.Row.Door;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route about files × everybody who might try it, on a picture that is there: in the hidden
/// conversation, and in the visible one. ServingTest and UploadTest have what those may who are let
/// in.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FileAccessTest {

    private static final byte[] PICTURE = Pictures.png(1);

    @Inject Scenes scenes;
    @Inject Given given;
    @Inject GivenFiles files;

    private Scene scene;
    private Attempts attempts;
    private UUID picture;

    @BeforeEach
    void aPictureInEachConversation() {
        scene = scenes.usual;
        attempts = new Attempts(scene);
        picture = UUID.randomUUID();
        files.sent(scene.assignee, new ConversationId(scene.hidden), picture, false);
        files.sent(scene.agent, new ConversationId(scene.conversation), picture, false);
    }

    @ParameterizedTest
    @MethodSource("ofStaff")
    void whoIsKeptOutOfTheStoreIsKeptOutOfItsFiles(Row row) {
        Http request = staff(row, scene.conversation);
        assertThat(request.as(scene.agent).send().status()).isNotIn(401, 403, 500);

        attempts.assertKeptOut("401 signed_out", request.from(Given.ORIGIN));
        attempts.assertKeptOut("401 signed_out", request.as(scene.shopper));
        attempts.assertKeptOut("401 signed_out", request.as(scene.deactivated));
        attempts.assertKeptOut("401 signed_out", request.as(scene.expired));
        attempts.assertKeptOut("404 not_found", request.as(scene.left));
        attempts.assertKeptOut("404 not_found", request.as(scene.neighbour));
        attempts.assertKeptOut("403 not_permitted", request.as(scene.withoutPermission));
        if (row.isWrite()) {
            for (UnaryOperator<Http> from : ForeignOrigins.all()) {
                attempts.assertKeptOut("403 wrong_origin", from.apply(request.as(scene.agent)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofStaff")
    void theFilesOfAHiddenConversationAreNotThere(Row row) {
        Http request = staff(row, scene.hidden);
        assertThat(request.as(scene.assignee).send().status()).isNotIn(401, 403, 500);

        for (SignedIn person : scene.strangersToHidden()) {
            attempts.assertKeptOut("404 not_found", request.as(person));
        }
    }

    @ParameterizedTest
    @MethodSource("ofShoppers")
    void anotherVisitorFindsNothing(Row row) {
        if (row.isWrite()) {
            Http request = shopper(row, scene.store, "");
            assertThat(request.as(scene.shopper).send().status()).isNotIn(401, 403, 404, 500);

            attempts.assertKeptOut("404 not_found", request.as(scene.otherShopper));
            attempts.assertKeptOut("404 not_found", request.as(scene.stranger));
            attempts.assertKeptOut("404 not_found", request.as(scene.shopperNextDoor));
            attempts.assertKeptOut("401 unknown_visitor", request.as(scene.agent));
            assertNothingIsDoneFromNextDoor(row);
            for (UnaryOperator<Http> from : ForeignOrigins.all()) {
                attempts.assertKeptOut("403 wrong_origin", from.apply(request.as(scene.shopper)));
            }
        } else {
            attempts.assertKeptOut(
                    "404 not_found",
                    shopper(row, scene.store, viewer(scene.store, scene.otherShopper)));
            attempts.assertKeptOut(
                    "401 unknown_visitor",
                    shopper(row, scene.nextDoor, viewer(scene.store, scene.shopper)));
            attempts.assertKeptOut("401 unknown_visitor", shopper(row, scene.store, "x"));
            attempts.assertKeptOut(
                    "401 unknown_visitor", shopper(row, scene.store, "x").as(scene.shopper));
        }
    }

    /// There they are somebody who has not written yet, and begin something of their own.
    private void assertNothingIsDoneFromNextDoor(Row row) {
        picture = UUID.randomUUID();
        files.pending(scene.store, scene.shopper, new ConversationId(scene.conversation), picture);
        String mine =
                "SELECT to_jsonb(a) FROM attachment a WHERE store_id = ? AND attachment_id = ?";
        List<String> before = DatabaseOwner.ask(mine, scene.store.id().value(), picture);

        shopper(row, scene.nextDoor, "").as(scene.shopper).send();

        assertThat(DatabaseOwner.ask(mine, scene.store.id().value(), picture))
                .hasSize(1)
                .isEqualTo(before);
    }

    private Http staff(Row row, UUID conversation) {
        return filled(row, conversation, scene.store, "");
    }

    private Http shopper(Row row, Store store, String viewer) {
        return filled(row, scene.conversation, store, viewer);
    }

    private Http filled(Row row, UUID conversation, Store store, String viewer) {
        String path =
                (row.route().path() + row.allQueries().getFirst())
                        .replace("{store}", store.id().value().toString())
                        .replace("{key}", store.key())
                        .replace("{conversation}", conversation.toString())
                        .replace("{attachment}", picture.toString())
                        .replace("{viewer}", viewer);
        Http request = Http.of(row.route().method(), path);
        if (!row.body().isEmpty()) {
            return request.json(row.body());
        }
        return row.route().method().equals("PUT") ? request.body(PICTURE) : request;
    }

    private static String viewer(Store store, VisitorSecret secret) {
        return Http.get("/api/widget/" + store.key() + "/conversation")
                .as(secret)
                .send()
                .json()
                .path("viewer")
                .asText();
    }

    static List<Row> ofStaff() {
        return Matrix.rows(Door.FILES).toList();
    }

    static Stream<Row> ofShoppers() {
        return Matrix.rows(Door.OWN_FILES);
    }
}
