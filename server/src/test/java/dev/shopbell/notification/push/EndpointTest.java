package dev.shopbell.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class EndpointTest {

    @Test
    void aNameIsAsPrivateAsWhatItStandsFor() {
        Endpoint local = new Endpoint(URI.create("https://localhost/1"));

        assertThat(local.address(false)).isEmpty();
        assertThat(local.address(true)).isPresent();
        assertThat(new Endpoint(URI.create("https://nowhere.invalid/1")).address(true)).isEmpty();
    }
}
