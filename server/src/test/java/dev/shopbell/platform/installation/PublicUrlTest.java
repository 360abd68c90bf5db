package dev.shopbell.platform.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://chat.example",
                "https://chat.example:8443",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "https://localhost"
            })
    void secretsMayTravelThere(String typed) {
        assertThat(PublicUrl.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://chat.example",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "http://localhost@evil.example",
                "http://192.168.0.10:8080",
                "http://0.0.0.0:8080",
                "ws://localhost",
                "localhost:8080",
                ""
            })
    void anybodyOnTheWayCouldReadIt(String typed) {
        assertThat(PublicUrl.parse(typed)).isEmpty();
    }

    @Test
    void theSocketsAddressFollowsTheScheme() {
        assertThat(new PublicUrl("https://chat.example").socketOrigin())
                .isEqualTo("wss://chat.example");
        assertThat(new PublicUrl("http://localhost:8080").socketOrigin())
                .isEqualTo("ws://localhost:8080");
    }

    @Test
    void onlyUnderHttpsACookieIsMarkedSecure() {
        assertThat(new PublicUrl("https://chat.example").isSecure()).isTrue();
        assertThat(new PublicUrl("http://localhost:8080").isSecure()).isFalse();
    }
}
