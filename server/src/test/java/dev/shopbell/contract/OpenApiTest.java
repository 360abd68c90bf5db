package dev.shopbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RunningRoutes;
import dev.shopbell.testkit.SampleFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `protocol/openapi.json` is written from the running server. The generator is a dependency of the
/// tests only: the product does not have it, so it cannot show it to anybody.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class OpenApiTest {

    private static final Path FILE = SampleFile.CONTRACT.resolve("openapi.json");

    @Test
    void theContractIsWrittenAsTheServerIs() throws IOException {
        JsonNode contract = OpenApi.of(Http.get("/q/openapi?format=json").send().json());

        SampleFile.write(FILE, contract);

        assertThat(SampleFile.read(FILE)).isEqualTo(contract);
        assertThat(Files.readString(FILE)).doesNotContain("dev.shopbell");
    }

    /// The pages of the inbox are for people, not for programs.
    @Test
    void everyRouteOfTheServerIsInTheContract() {
        Set<String> running =
                RunningRoutes.resources().stream()
                        .map(route -> route.toString().replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                        .filter(route -> route.contains(" /api/") || route.contains(" /widget/"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ApiRoute.all())
                .extracting(ApiRoute::route)
                .containsExactlyInAnyOrderElementsOf(running);
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names = ApiRoute.all().stream().map(ApiRoute::id).toList();

        assertThat(names).doesNotHaveDuplicates();
    }
}
