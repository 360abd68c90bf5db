package dev.shopbell.email.logo;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.platform.mail.MailHeaders;
import dev.shopbell.platform.mail.Mime;
import dev.shopbell.platform.text.EmailAddress;
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
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The picture that a store's mails bear.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class StoreLogosTest {

    private static final int MOST = 1024 * 1024;

    @Inject Given given;
    @Inject StoreLogos logos;
    @Inject Database database;

    private Store store;
    private SignedIn lena;

    @BeforeEach
    void aStore() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
    }

    @Test
    void whatIsUploadedIsMadeSmallAndShown() {
        assertThat(get("").send().json().get("logo").isNull()).isTrue();

        Answer saved = put(Pictures.png(700, 210, 1));

        assertThat(saved.outcome()).isEqualTo("200");
        assertThat(saved.json().at("/logo/width").asInt()).isBetween(1, 400);
        assertThat(get("").send().json()).isEqualTo(saved.json());
        Download content = get("/content").download();
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.header("content-type").orElseThrow()).matches("image/(png|jpeg)");
        assertThat(content.header("content-security-policy"))
                .contains("sandbox; default-src 'none'");
        assertThat(content.bytes()).hasSizeBetween(1, 32 * 1024);
    }

    @Test
    void anotherOneTakesItsPlaceAndTakenAwayNothingIsLeft() {
        String first = put(Pictures.png(1)).json().at("/logo/version").asText();

        assertThat(put(Pictures.png(2)).json().at("/logo/version").asText()).isNotEqualTo(first);
        assertThat(blobs()).isEqualTo(1);
        assertThat(delete().json().get("logo").isNull()).isTrue();
        assertThat(delete().status()).isEqualTo(200);
        assertThat(blobs()).isZero();
        assertRefused(get("/content").send(), "404 not_found");
        assertThat(audited()).isEqualTo(3);
    }

    @Test
    void whatIsNoPictureMovesOrIsTooLargeIsRefused() {
        assertRefused(put("<svg/>".getBytes(StandardCharsets.UTF_8)), "415 file_type_not_accepted");
        assertRefused(
                put("GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1)),
                "415 file_type_not_accepted");
        assertThat(put(Pictures.padded(Pictures.png(1), MOST + 1)).outcome())
                .isEqualTo("413 file_too_large");
        assertThat(blobs()).isZero();
    }

    @Test
    void itTravelsInsideTheMailWithTheNameForWhoeverDoesNotSeeIt() throws Exception {
        put(Pictures.png(700, 210, 1));

        MimeMessage mail = written();

        Multipart alternatives = (Multipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        Multipart related = (Multipart) alternatives.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        String html = (String) related.getBodyPart(0).getContent();
        MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
        assertThat(html)
                .contains("src=\"cid:" + picture.getContentID().replaceAll("[<>]", "") + "\"")
                .contains("alt=\"Hearthlow\"", "height=\"40\"");
        assertThat(picture.getInputStream().readAllBytes())
                .isEqualTo(get("/content").download().bytes());
        assertThat((String) alternatives.getBodyPart(0).getContent()).doesNotContain("cid:");
    }

    @Test
    void withoutOneTheNameStandsAlone() throws Exception {
        put(Pictures.png(1));
        delete();

        Multipart alternatives = (Multipart) written().getContent();

        assertThat((String) alternatives.getBodyPart(1).getContent())
                .contains("<bdi>Hearthlow</bdi>")
                .doesNotContain("<img");
    }

    private MimeMessage written() throws Exception {
        Letter letter =
                database.inStore(
                        store.id(),
                        tx ->
                                LetterTemplates.ACCOUNT.letter(
                                        new EmailAddress("anna@example.com"),
                                        "Hello",
                                        List.of("Hello"),
                                        null,
                                        null,
                                        "Bye",
                                        new LetterTemplates.Sender(
                                                store.name(),
                                                logos.of(tx, store.id()).orElse(null))));
        String content =
                Mime.write(
                        letter,
                        new InternetAddress("chat@hearthlow.example"),
                        "<1@hearthlow.example>",
                        Instant.parse("2026-11-16T09:00:00Z"),
                        MailHeaders.AUTOMATIC,
                        List.of());
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private Answer put(byte[] bytes) {
        return Http.of("PUT", path("")).as(lena).body(bytes).send();
    }

    private Answer delete() {
        return Http.of("DELETE", path("")).as(lena).send();
    }

    private Http get(String part) {
        return Http.get(path(part)).as(lena);
    }

    private String path(String below) {
        return "/api/staff/stores/%s/logo%s".formatted(store.id().value(), below);
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
