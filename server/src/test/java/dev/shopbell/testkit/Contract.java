package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Holds every refusal that any test meets to `protocol/openapi.json`: a client must have been told
/// of the status and of the code.
final class Contract {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
    private static final List<Route> ROUTES = routes();

    private record Route(Pattern path, JsonNode operations) {}

    private Contract() {}

    static void holds(String method, String path, Http.Answer answer) {
        boolean isRefusal =
                answer.header("content-type")
                        .filter("application/problem+json"::equals)
                        .isPresent();
        if (!isRefusal) {
            return;
        }
        String address = path.replaceFirst("\\?.*", "");
        ROUTES.stream()
                .filter(route -> route.path().matcher(address).matches())
                .map(route -> route.operations().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject)
                .findFirst()
                .ifPresent(operation ->
                        assertThat(codes(operation, answer.status()))
                                .as(
                                        "codes of %d in the contract of %s %s",
                                        answer.status(), method, address)
                                .contains(answer.code()));
    }

    private static List<String> codes(JsonNode operation, int status) {
        return StreamSupport.stream(
                        operation
                                .path("responses")
                                .path(Integer.toString(status))
                                .findPath("code")
                                .path("enum")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<Route> routes() {
        return SampleFile.read(SampleFile.CONTRACT.resolve("openapi.json"))
                .get("paths")
                .properties()
                .stream()
                .map(Contract::route)
                .toList();
    }

    private static Route route(Map.Entry<String, JsonNode> path) {
        String literal =
                "\\Q" + PARAMETER.matcher(path.getKey()).replaceAll("\\\\E[^/]+\\\\Q") + "\\E";
        return new Route(Pattern.compile(literal), path.getValue());
    }
}
