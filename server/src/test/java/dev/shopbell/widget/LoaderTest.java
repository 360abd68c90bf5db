package dev.shopbell.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How browsers and the caches between keep the loader.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LoaderTest {

    @Inject Given given;

    private Http loader;

    @BeforeEach
    void openAStore() {
        Store store = given.store();
        loader = Http.get("/widget/" + store.key() + ".js");
    }

    @Test
    void itIsKeptForAMinuteEachEncodingForItself() {
        Http.Answer answer = loader.send();

        assertThat(answer.header("cache-control")).hasValue("public, max-age=60");
        assertThat(answer.header("vary").orElseThrow()).containsIgnoringCase("accept-encoding");
        assertThat(answer.header("etag").orElseThrow()).startsWith("W/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"another\", %s"})
    void whoeverHasItAlreadyIsToldSo(String form) {
        String tag = loader.send().header("etag").orElseThrow().replace("W/", "");

        Http.Answer again = loader.with("If-None-Match", form.formatted(tag)).send();

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("etag").orElseThrow()).isEqualTo("W/" + tag);
    }

    @Test
    void whoeverHasAnotherGetsThisOne() {
        assertThat(loader.with("If-None-Match", "W/\"another\"").send().status()).isEqualTo(200);
    }
}
