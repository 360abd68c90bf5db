package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SafeHtmlTest {

    @Test
    void whatIsHarmlessStays() {
        String clean =
                SafeHtml.clean(
                        "<p style=\"color:red\">Hello <b>you</b></p><table><tr><td>1</td></tr></table>",
                        Map.of());

        assertThat(clean)
                .startsWith("<!DOCTYPE html>")
                .contains("default-src 'none'")
                .contains("<p style=\"color:red\">Hello <b>you</b></p>")
                .contains("<td>1</td>");
    }

    @Test
    void nothingIsFetchedAndNothingRuns() {
        String clean =
                SafeHtml.fragment(
                        """
                        <img src="https://spy.example/p.png"><img src="cid:x"><script>alert(1)</script>
                        <div style="background:url(https://spy.example/b.png)" onclick="alert(2)">text</div>
                        <style>@import url(https://spy.example/s.css);</style>
                        <link rel=stylesheet href="https://spy.example/l.css">
                        <iframe src="https://spy.example"></iframe><form action="https://spy.example"><input></form>
                        <table background="https://spy.example/t.png"><tr><td>cell</td></tr></table>
                        """,
                        Map.of());

        assertThat(clean).contains("text").contains("cell").doesNotContain("spy", "alert", "cid");
    }

    @Test
    void picturesThatTheMailBroughtAreShownAndNoOthers() {
        String picture = "data:image/png;base64,iVBORw0KGgo=";
        String html =
                """
                <img src="cid:a@b" alt="The mug"><img src="CID:with%20blank"><img src="cid:100%">
                <img src="cid:unknown"><img src="https://spy.example/p.png"><img srcset="https://spy.example/q.png">
                <img src="data:image/svg+xml;base64,PHN2Zz4=" onerror="alert(1)">
                """;

        assertThat(SafeHtml.shown(html))
                .containsExactlyInAnyOrder("a@b", "with blank", "100%", "unknown");
        String clean =
                SafeHtml.clean(
                        html, Map.of("a@b", picture, "with blank", picture, "100%", picture));

        assertThat(Jsoup.parse(clean).select("img").eachAttr("src"))
                .containsExactly(picture, picture, picture);
        assertThat(clean)
                .contains("The mug", "img-src data:")
                .doesNotContain("spy", "cid", "svg+xml", "alert");
    }

    @Test
    void whatHidesFromOneReaderFetchesNothingBesidePicturesEither() {
        for (String hidden :
                List.of(
                        "<noscript><style></noscript><img src=https://spy.example/x onerror=alert(1)></style>",
                        "<svg></p><style><a id=\"</style><img src=https://spy.example/x onerror=alert(1)>\">",
                        "<img src='data:text/html,<script>alert(1)</script>'>")) {
            String clean =
                    SafeHtml.fragment(
                            hidden + "<img src=cid:a>",
                            Map.of("a", "data:image/gif;base64,R0lGODlhAQABAAAAACw="));

            assertThat(Jsoup.parse(clean).select("[src]").eachAttr("src"))
                    .allSatisfy(src -> assertThat(src).startsWith("data:image/gif;base64,"));
            assertThat(Jsoup.parse(clean).select("[onerror], script, style")).isEmpty();
        }
    }

    @Test
    void linksOpenElsewhereAndTellNobody() {
        assertThat(
                        SafeHtml.fragment(
                                "<a href=\"https://example.com/a?b=1&amp;c=2\">shop</a>", Map.of()))
                .contains("target=\"_blank\"", "noopener", "noreferrer");
        assertThat(SafeHtml.fragment("<a href=\"javascript:alert(1)\">x</a>", Map.of()))
                .doesNotContain("href", "javascript");
        assertThat(SafeHtml.fragment("<a href=\"data:text/html,x\">x</a>", Map.of()))
                .doesNotContain("href");
        assertThat(SafeHtml.fragment("<a href=\"mailto:a@example.net\">x</a>", Map.of()))
                .contains("mailto:");
    }
}
