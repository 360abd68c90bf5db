package dev.shopbell.attachment;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Download;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Looking at files: those who may see the conversation, at every single request, and in a form
/// that does nothing but be looked at.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ServingTest {

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject Deeds deeds;

    private Store store;
    private SignedIn priya;
    private VisitorSecret anna;
    private ConversationId conversation;
    private UUID sent;
    private UUID noted;

    @BeforeEach
    void aConversationWithPictures() {
        store = given.store();
        priya = given.agent(store);
        anna = given.secret();
        conversation = given.firstMessage(store, anna, "Hello").conversation().id();
        sent = UUID.randomUUID();
        noted = UUID.randomUUID();
        files.sent(priya, conversation, sent, false);
        files.sent(priya, conversation, noted, true);
    }

    @Test
    void aPictureComesAsWhatItIsAndMayDoNothing() {
        for (Http request : List.of(staff(sent, "content"), shopper(sent, "content"))) {
            Download file = request.download();

            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("content-type")).contains("image/png");
            assertThat(file.header("content-length")).contains("" + file.bytes().length);
            assertThat(file.header("x-content-type-options")).contains("nosniff");
            assertThat(file.header("content-security-policy"))
                    .contains("sandbox; default-src 'none'");
            assertThat(file.header("cross-origin-resource-policy")).contains("same-origin");
            assertThat(file.header("cache-control")).contains("private, no-cache");
            assertThat(file.header("referrer-policy")).contains("no-referrer");
            assertThat(file.header("accept-ranges")).contains("bytes");
            assertThat(file.header("content-disposition"))
                    .contains("inline; filename=\"parcel.png\"; filename*=UTF-8''parcel.png");
        }
    }

    @Test
    void whoWantsToKeepItGetsItToKeep() {
        assertKept("&download=true", "attachment; ");
        assertKept("&download", "attachment; ");
        assertKept("&download=", "attachment; ");
        assertKept("&download=false", "inline; ");
        assertKept("", "inline; ");
        assertThat(
                        Http.get(staff(sent, "content").path() + "?download")
                                .as(priya)
                                .download()
                                .header("content-disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment; "));
    }

    private void assertKept(String query, String disposition) {
        assertThat(shopper(sent, "content", query).download().header("content-disposition"))
                .as(query)
                .hasValueSatisfying(value -> assertThat(value).startsWith(disposition));
    }

    @Test
    void aSmallerPictureComesToo() {
        Download whole = staff(sent, "content").download();

        Download smaller = shopper(sent, "thumbnail").download();

        assertThat(smaller.status()).isEqualTo(200);
        assertThat(smaller.bytes().length).isPositive().isLessThan(whole.bytes().length);
        assertRefused(staff(sent, "poster").send(), "404 not_found");
    }

    @Test
    void aRangeIsThatPartAndNoOther() {
        byte[] whole = shopper(sent, "content").download().bytes();
        int size = whole.length;

        assertPart("bytes=0-0", whole, 0, 1);
        assertPart("bytes=0-99", whole, 0, 100);
        assertPart("bytes=100-199", whole, 100, 200);
        assertPart("bytes=" + (size - 1) + "-", whole, size - 1, size);
        assertPart("bytes=10-99999999999", whole, 10, size);
        assertPart("bytes=-1", whole, size - 1, size);
        assertPart("bytes=-99999999999", whole, 0, size);
        for (String beyond : List.of("bytes=" + size + "-", "bytes=99999999999-", "bytes=-0")) {
            Download none = shopper(sent, "content").with("Range", beyond).download();
            assertThat(none.status()).as(beyond).isEqualTo(416);
            assertThat(none.header("content-range")).contains("bytes */" + size);
            assertThat(none.bytes()).isEmpty();
        }
        for (String strange :
                List.of("bytes=0-1,5-6", "bytes=5-1", "bytes=-", "bytes=a-b", "lines=0-1", "0-1")) {
            Download all = shopper(sent, "content").with("Range", strange).download();
            assertThat(all.status()).as(strange).isEqualTo(200);
            assertThat(all.bytes()).as(strange).isEqualTo(whole);
        }
    }

    @Test
    void whoAsksWithoutWantingTheBytesHearsHowManyThereAre() {
        for (String part : List.of("content", "thumbnail")) {
            for (Http request : List.of(staff(sent, part), shopper(sent, part))) {
                Download whole = request.download();
                Http head = request.to("HEAD", request.path());

                Download told = head.download();

                assertThat(told.status()).isEqualTo(200);
                assertThat(told.bytes()).isEmpty();
                for (String header :
                        List.of("content-length", "content-type", "etag", "accept-ranges")) {
                    assertThat(told.header(header)).as(header).isEqualTo(whole.header(header));
                }
                assertThat(told.header("content-encoding")).isEmpty();
                assertThat(head.with("Range", "bytes=0-9").download().status()).isEqualTo(200);
                String tag = whole.header("etag").orElseThrow();
                Http again = request.with("If-None-Match", tag);
                for (Http known : List.of(again, head.with("If-None-Match", tag))) {
                    assertThat(known.download().status()).isEqualTo(304);
                    assertThat(known.download().header("content-encoding")).isEmpty();
                    assertThat(known.download().header("etag")).contains(tag);
                    assertThat(known.download().header("cache-control"))
                            .contains("private, no-cache");
                }
            }
        }
    }

    @Test
    void aRangeOfAnotherVersionIsTheWhole() {
        Http request = shopper(sent, "content").with("Range", "bytes=0-0");
        String tag = request.download().header("etag").orElseThrow();

        assertThat(request.with("If-Range", tag).download().status()).isEqualTo(206);
        assertThat(request.with("If-Range", "\"another\"").download().status()).isEqualTo(200);
    }

    @Test
    void whoHasItIsToldSoOnlyAsLongAsTheyMaySeeIt() {
        String tag = staff(sent, "content").download().header("etag").orElseThrow();
        Http again = staff(sent, "content").with("If-None-Match", tag);
        assertThat(again.download().status()).isEqualTo(304);
        assertThat(again.download().bytes()).isEmpty();
        assertThat(shopper(sent, "content").with("If-None-Match", "W/" + tag).download().status())
                .isEqualTo(304);
        assertThat(shopper(sent, "content").with("If-None-Match", "\"x\"").download().status())
                .isEqualTo(200);

        SignedIn maya = given.agent(store);
        deeds.assign(store, conversation.value(), maya.staff().id(), maya.staff().id());

        assertRefused(again.send(), "404 not_found");
        assertThat(staff(maya, sent, "content").download().status()).isEqualTo(200);
    }

    @Test
    void whatIsInANoteNeverReachesTheShopper() {
        assertThat(staff(noted, "content").download().status()).isEqualTo(200);

        assertRefused(shopper(noted, "content").send(), "404 not_found");
        assertRefused(shopper(noted, "thumbnail").send(), "404 not_found");
        assertThat(thread()).contains(sent.toString()).doesNotContain(noted.toString());
    }

    @Test
    void whatWaitsIsSeenByWhoeverUploadedIt() {
        UUID ofStaff = UUID.randomUUID();
        UUID ofShopper = UUID.randomUUID();
        files.pending(priya, conversation, ofStaff);
        files.pending(store, anna, conversation, ofShopper);

        assertThat(staff(ofStaff, "content").download().status()).isEqualTo(200);
        assertThat(shopper(ofShopper, "content").download().status()).isEqualTo(200);
        assertRefused(shopper(ofStaff, "content").send(), "404 not_found");
        assertRefused(staff(ofShopper, "content").send(), "404 not_found");
        assertRefused(staff(given.agent(store), ofStaff, "content").send(), "404 not_found");
    }

    @Test
    void anotherVisitorSeesNothing() {
        VisitorSecret bea = given.secret();
        given.firstMessage(store, bea, "Hello");

        assertRefused(shopper(viewerOf(store, bea), sent, "content", "").send(), "404 not_found");
    }

    @Test
    void aTokenIsGoodForItsStoreAndForNothingThatWasChangedInIt() {
        Store other = given.store();
        given.firstMessage(other, anna, "Hello");
        byte[] token = Base64.getUrlDecoder().decode(viewerOf(store, anna));

        String elsewhere = viewerOf(other, anna);
        assertRefused(shopper(elsewhere, sent, "content", "").send(), "401 unknown_visitor");
        for (int at = 0; at < token.length; at++) {
            byte[] tampered = token.clone();
            tampered[at] ^= 1;
            assertRefused(
                    shopper(encoded(tampered), sent, "content", "").send(), "401 unknown_visitor");
        }
        for (String none :
                List.of(
                        "",
                        "x",
                        encoded(Arrays.copyOf(token, token.length - 1)),
                        encoded(Arrays.copyOf(token, token.length + 1)),
                        "!".repeat(70),
                        anna.value())) {
            assertRefused(shopper(none, sent, "content", "").send(), "401 unknown_visitor");
        }
    }

    @Test
    void aTokenOfAVisitorWhoIsGoneOpensNothing() {
        Http request = shopper(sent, "content");
        assertThat(request.download().status()).isEqualTo(200);

        DatabaseOwner.execute("DELETE FROM visitor WHERE store_id = ?", store.id().value());

        assertRefused(request.send(), "404 not_found");
    }

    private void assertPart(String range, byte[] whole, int from, int to) {
        Download part = shopper(sent, "content").with("Range", range).download();

        assertThat(part.status()).as(range).isEqualTo(206);
        assertThat(part.bytes()).as(range).isEqualTo(Arrays.copyOfRange(whole, from, to));
        assertThat(part.header("content-range"))
                .contains("bytes %d-%d/%d".formatted(from, to - 1, whole.length));
    }

    private Http staff(UUID id, String part) {
        return staff(priya, id, part);
    }

    private Http staff(SignedIn who, UUID id, String part) {
        return Http.get(
                        "/api/staff/stores/%s/conversations/%s/attachments/%s/%s"
                                .formatted(store.id().value(), conversation.value(), id, part))
                .as(who);
    }

    private Http shopper(UUID id, String part) {
        return shopper(id, part, "");
    }

    private Http shopper(UUID id, String part, String more) {
        return shopper(viewerOf(store, anna), id, part, more);
    }

    /// As an `<img>` asks: with nothing but the address.
    private Http shopper(String viewer, UUID id, String part, String more) {
        return Http.get(
                "/api/widget/%s/files/%s/%s?viewer=%s%s"
                        .formatted(store.key(), id, part, viewer, more));
    }

    private String thread() {
        return Http.get("/api/widget/" + store.key() + "/conversation").as(anna).send().body();
    }

    private static String viewerOf(Store store, VisitorSecret secret) {
        return Http.get("/api/widget/" + store.key() + "/conversation")
                .as(secret)
                .send()
                .json()
                .path("viewer")
                .asText();
    }

    private static String encoded(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
