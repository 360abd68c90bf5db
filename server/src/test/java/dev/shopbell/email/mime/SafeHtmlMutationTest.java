package dev.shopbell.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ways through sanitisers that were found over the years: HTML that turns into something else when
/// it is read a second time, and what browsers take for a script, a style or an address.
class SafeHtmlMutationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
                "<style><style/><img src=x onerror=alert(1)>",
                "<textarea><a title=\"</textarea><img src=x onerror=alert(1)>\">",
                "<title><a title=\"</title><img src=x onerror=alert(1)>\">",
                "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
                "<noembed><p title=\"</noembed><svg/onload=alert(1)>\">",
                "<noframes><p title=\"</noframes><svg/onload=alert(1)>\">",
                "<iframe><p title=\"</iframe><svg/onload=alert(1)>\">",
                "<template><p title=\"</template><svg/onload=alert(1)>\">",
                "<select><style></select><svg/onload=alert(1)></style>",
                "<option><style></option></select><img src=x onerror=alert(1)></style>",
                "<svg><desc><table><thead><s></table></s><a title=\"</desc><img src onerror=alert(1)>\">",
                "<svg><annotation-xml><foreignobject><style><!--</style><p id=\"--><img src=x onerror=alert(1)>\">",
                "<math><annotation-xml encoding=\"text/html\"><style></math><img src onerror=alert(1)>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<!--!><img src=x onerror=alert(1)>-->",
                "<!-- --!><img src=x onerror=alert(1)>",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<svg><![CDATA[</svg><img src=x onerror=alert(1)>]]>",
                "<?xml version=\"1.0\"?><img src=x onerror=alert(1)>",
                "<!DOCTYPE a [<!ENTITY b \"<img src=x onerror=alert(1)>\">]>&b;",
                "<p title=\"`onmouseover=alert(1)\">x</p>",
                "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
                "<a href=\"&#1;javascript:alert(1)\">x</a>",
                "<a href=\"java\u0000script:alert(1)\">x</a>",
                "<a href=\" \t\n javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
                "<a href=\"javascript&#58;alert(1)\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
                "<a href=\"blob:https://example.com/1\">x</a>",
                "<a href=\"file:///etc/passwd\">x</a>",
                "<a href=\"//evil.example\">x</a>",
                "<a href=\"/relative\">x</a>",
                "<a xlink:href=\"javascript:alert(1)\">x</a>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<svg><use href=\"data:image/svg+xml,<svg id='x'><script>alert(1)</script></svg>#x\">",
                "<img src=x:alert(1) onerror=eval(src)>",
                "<img srcset=\"https://spy.example/1.png 2x\">",
                "<picture><source srcset=\"https://spy.example/1.png\"><img></picture>",
                "<video poster=\"https://spy.example/1.png\"><source src=\"https://spy.example/2\"></video>",
                "<audio src=\"https://spy.example/1\" autoplay></audio>",
                "<input type=image src=\"https://spy.example/1.png\">",
                "<body background=\"https://spy.example/1.png\" onload=alert(1)>",
                "<table background=\"javascript:alert(1)\"><tr><td background=x>1</td></tr></table>",
                "<link rel=stylesheet href=\"https://spy.example/1.css\">",
                "<meta http-equiv=refresh content=\"0;url=https://spy.example\">",
                "<base href=\"https://spy.example/\"><a href=\"x\">x</a>",
                "<object data=\"https://spy.example\"></object><embed src=\"https://spy.example\">",
                "<applet code=\"x\"></applet><isindex action=\"https://spy.example\">",
                "<div style=\"background:url('https://spy.example/1.png')\">x</div>",
                "<div style=\"background:\\75rl(https://spy.example/1.png)\">x</div>",
                "<div style=\"list-style:url(https://spy.example/1.png)\">x</div>",
                "<div style=\"width:expression(alert(1))\">x</div>",
                "<div style=\"behavior:url(#default#time2)\">x</div>",
                "<div style=\"-moz-binding:url(https://spy.example/x.xml#x)\">x</div>",
                "<div style=\"color:red;position:fixed;top:0;left:0;width:100%;height:100%\">x</div>",
                "<div style=\"font-family:'x';} body{background:url(//spy.example)}\">x</div>",
                "<div style=\"content:url(https://spy.example/1.png)\">x</div>",
                "<div style=\"color:image-set('https://spy.example/1.png' 1x)\">x</div>",
                "<font face=\"x' onmouseover='alert(1)\">x</font>",
                "<p dir=\"ltr\" id=\"appendChild\" name=\"cookie\" class=\"x\">clobbered</p>",
                "<form id=\"attributes\"><input name=\"parentNode\"></form>",
                "<a id=\"defaultView\" href=\"https://example.com\" ping=\"https://spy.example\">x</a>",
                "<p contenteditable autofocus onfocus=alert(1) tabindex=1>x</p>",
                "<details open ontoggle=alert(1)>x</details>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<button popovertarget=x>x</button><div id=x popover onbeforetoggle=alert(1)>",
                "<p is=\"x-y\" slot=\"z\" part=\"p\" nonce=\"n\">x</p>",
                "<plaintext><img src=x onerror=alert(1)>",
                "<script>alert(1)</script><scr<script>ipt>alert(1)</scr</script>ipt>",
                "<<script>alert(1)//<</script>",
                "<img/src=x/onerror=alert(1)//",
                "<a href=\"https://example.com\" target=\"_self\" rel=\"opener\">x</a>",
                "<table><tr><td><style>@import 'https://spy.example';</style></td></tr></table>",
                "&lt;img src=x onerror=alert(1)&gt;<p>&amp;lt;script&amp;gt;</p>"
            })
    void nothingComesThrough(String html) {
        String once = SafeHtml.fragment(html, Map.of());

        assertThat(Harmless.faults(once)).isEmpty();
        assertThat(Harmless.faults(SafeHtml.fragment(once, Map.of()))).isEmpty();
        assertThat(once).doesNotContain("spy.example", "<script", "<img", "<svg", "<style");
    }
}
