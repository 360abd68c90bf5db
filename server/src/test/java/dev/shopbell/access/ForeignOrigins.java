package dev.shopbell.access;

import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Http;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Where no page of ours comes from, however alike it looks.
final class ForeignOrigins {

    private ForeignOrigins() {}

    static List<UnaryOperator<Http>> all() {
        return Stream.of(
                        "https://evil.example",
                        "null",
                        Given.ORIGIN + ".evil.example",
                        Given.ORIGIN + "/",
                        Given.ORIGIN + "1",
                        "https://localhost:8080",
                        "http://localhost",
                        "http://shop.localhost:8081")
                .<UnaryOperator<Http>>map(origin -> request -> request.from(origin))
                .toList();
    }
}
