package dev.shopbell.message.quickreply;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.Http.Download;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The picture that goes along with a quick reply.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class QuickReplyPicturesTest {

    private static final int MOST = 1024 * 1024;

    @Inject Given given;
    @Inject QuickReplies quickReplies;

    private Store store;
    private SignedIn lena;
    private SignedIn priya;
    private QuickReplyId reply;

    @BeforeEach
    void aQuickReply() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        priya = given.agent(store);
        reply = new QuickReplyId(UUID.randomUUID());
        quickReplies.save(lena.member(), reply, new QuickReplyText("Size", "size", "See here"));
    }

    @Test
    void whatIsUploadedEverybodyWhoAnswersSees() {
        Answer saved = put("chart.png", Pictures.png(700, 300, 1));

        assertThat(saved.outcome()).isEqualTo("200");
        JsonNode picture = saved.json().at("/quickReply/picture");
        assertThat(picture.get("name").asText()).isEqualTo("chart.png");
        assertThat(picture.get("width").asInt()).isEqualTo(700);
        assertThat(picture.get("thumbnail").asBoolean()).isTrue();
        Download whole = get("content").download();
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("content-type")).contains("image/png");
        assertThat(whole.header("content-security-policy")).contains("sandbox; default-src 'none'");
        Download smaller = get("thumbnail").download();
        assertThat(smaller.bytes().length).isPositive().isLessThan(whole.bytes().length);
    }

    @Test
    void anotherOneTakesItsPlaceAndNothingIsLeftOfTheFirst() {
        put("first.png", Pictures.png(1));
        String first =
                put("first.png", Pictures.png(1)).json().at("/quickReply/picture").toString();

        JsonNode second = put("second.png", Pictures.png(2)).json().at("/quickReply/picture");

        assertThat(second.toString()).isNotEqualTo(first);
        assertThat(blobs()).isEqualTo(1);
        assertThat(get("thumbnail").download().bytes())
                .isEqualTo(get("content").download().bytes());
    }

    @Test
    void takenAwayOrDeletedWithItsReplyItIsGone() {
        put("chart.png", Pictures.png(700, 300, 1));
        assertThat(blobs()).isEqualTo(2);

        assertThat(delete().json().at("/quickReply/picture").isNull()).isTrue();
        assertThat(delete().status()).isEqualTo(200);
        assertThat(blobs()).isZero();
        assertRefused(get("content").send(), "404 not_found");

        put("chart.png", Pictures.png(700, 300, 1));
        quickReplies.delete(lena.member(), reply);
        assertThat(blobs()).isZero();
        assertRefused(get("content").send(), "404 not_found");
        assertRefused(put("chart.png", Pictures.png(1)), "404 not_found");
    }

    @Test
    void aChangeOfTheTextLeavesThePicture() {
        put("chart.png", Pictures.png(1));

        QuickReply changed =
                quickReplies.save(
                        lena.member(), reply, new QuickReplyText("Size", "size", "See there"));

        assertThat(changed.picture()).isNotNull();
        assertThat(audited()).isEqualTo(3);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() {
        byte[] most = Pictures.padded(Pictures.png(1), MOST);
        byte[] tooLarge = Pictures.padded(Pictures.png(1), MOST + 1);

        assertThat(put("most.png", most).outcome()).isEqualTo("200");
        assertThat(put("more.png", tooLarge).outcome()).isEqualTo("413 file_too_large");
        assertRefused(
                put("a.png", "<svg/>".getBytes(StandardCharsets.UTF_8)),
                "415 file_type_not_accepted");
        assertRefused(put("..", Pictures.png(1)), "422 file_name_invalid");
        assertRefused(put("", Pictures.png(1)), "422 file_name_invalid");
        assertThat(blobs()).isEqualTo(1);
    }

    private Answer put(String name, byte[] bytes) {
        return Http.of("PUT", path("?name=" + name)).as(lena).body(bytes).send();
    }

    private Answer delete() {
        return Http.of("DELETE", path("")).as(lena).send();
    }

    private Http get(String part) {
        return Http.get(path("/" + part)).as(priya);
    }

    private String path(String below) {
        return "/api/staff/stores/%s/quick-replies/%s/picture%s"
                .formatted(store.id().value(), reply.value(), below);
    }

    private long blobs() {
        return count("SELECT count(*) FROM blob WHERE store_id = ?");
    }

    private long audited() {
        return count("SELECT count(*) FROM audit_entry WHERE store_id = ?");
    }

    private long count(String query) {
        return Long.parseLong(DatabaseOwner.ask(query, store.id().value()).getFirst());
    }
}
