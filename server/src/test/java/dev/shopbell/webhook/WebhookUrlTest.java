package dev.shopbell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.http.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.com/hooks?of=shopbell",
                " https://shop.example.com:8443/ ",
                "https://8.8.8.8/hooks",
                "https://[2001:4860:4860::8888]/hooks"
            })
    void somewhereOnTheInternetIsTaken(String url) {
        assertThat(WebhookUrl.checked(url, false).uri()).hasToString(url.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example.com",
                "http://shop.example.com/hooks",
                "http://127.0.0.1:8080/hooks",
                "ftp://shop.example.com/",
                "https://",
                "https:///hooks",
                "https://user:word@shop.example.com/",
                "https://shop.example.com/#hooks",
                "https://shop.example.com:0/",
                "https://shop.example.com:65536/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://shop example.com/"
            })
    void nothingElseIs(String url) {
        assertThatThrownBy(() -> WebhookUrl.checked(url, false))
                .isInstanceOf(RefusedException.class)
                .hasMessage("webhook_url_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080/hooks", "http://[::1]/", "https://10.1.2.3/hooks"})
    void thisMachineIsWhereTheOperatorSaysSo(String url) {
        assertThat(WebhookUrl.checked(url, true).uri()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.1.2.3/hooks",
                "https://169.254.169.254/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "http://shop.example.com/"
            })
    void andEvenThenNotEverything(String url) {
        assertThatThrownBy(() -> WebhookUrl.checked(url, true)).hasMessage("webhook_url_invalid");
    }
}
