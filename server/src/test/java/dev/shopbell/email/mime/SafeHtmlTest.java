package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeHtmlTest {

    @Test
    void whatIsHarmlessStays() {
        String clean =
                SafeHtml.clean(
                        "<p style=\"color:red\">Hello <b>you</b></p><table><tr><td>1</td></tr></table>");

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
                        """);

        assertThat(clean).contains("text").contains("cell").doesNotContain("spy", "alert", "cid");
    }

    @Test
    void linksOpenElsewhereAndTellNobody() {
        assertThat(SafeHtml.fragment("<a href=\"https://example.com/a?b=1&amp;c=2\">shop</a>"))
                .contains("target=\"_blank\"", "noopener", "noreferrer");
        assertThat(SafeHtml.fragment("<a href=\"javascript:alert(1)\">x</a>"))
                .doesNotContain("href", "javascript");
        assertThat(SafeHtml.fragment("<a href=\"data:text/html,x\">x</a>")).doesNotContain("href");
        assertThat(SafeHtml.fragment("<a href=\"mailto:a@example.net\">x</a>")).contains("mailto:");
    }
}
