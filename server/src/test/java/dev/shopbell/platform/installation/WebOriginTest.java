package dev.shopbell.platform.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "HTTPS://Shop.Example, https://shop.example",
        "https://shop.example:443, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "https://shop.example:8443, https://shop.example:8443",
        "http://shop.example:443, http://shop.example:443",
        "https://shop.example/cart?item=1#top, https://shop.example",
        "'  https://shop.example\n', https://shop.example",
        "http://192.0.2.1:8080, http://192.0.2.1:8080",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void isSpeltAsBrowsersSpellIt(String typed, String expected) {
        assertThat(WebOrigin.parse(typed).map(WebOrigin::value)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "//shop.example",
                "ftp://shop.example",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https://anna:secret@shop.example",
                "https://shop.example:65536",
                "https://shop.example:-1",
                "https://shop example",
                "https://shop.example; script-src *",
                "https://shop.example\r\nSet-Cookie: a=b",
                "https://*.example",
                "https://shop_1.example",
                "null"
            })
    void isNoOrigin(String typed) {
        assertThat(WebOrigin.parse(typed)).isEmpty();
    }

    @Test
    void aNameLongerThanTheDomainNameSystemHoldsIsNone() {
        String name = "a".repeat(63) + ".";

        assertThat(WebOrigin.parse("https://" + name.repeat(3) + "a".repeat(61))).isPresent();
        assertThat(WebOrigin.parse("https://" + name.repeat(3) + "a".repeat(62))).isEmpty();
    }
}
