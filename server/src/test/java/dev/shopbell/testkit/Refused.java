package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.testkit.Http.Answer;
import java.util.Set;
import java.util.regex.Pattern;

/// What every refusal must look like, whatever was wrong.
public final class Refused {

    private static final Set<String> MEMBERS =
            Set.of("status", "code", "title", "detail", "field", "limit", "scope", "next");

    /// Words only a stack trace, a class name, SQL or a framework's own page has in it.
    private static final Pattern INSIDES =
            Pattern.compile(
                    "Exception|Error\\b|\\bat [a-z]+\\.|\\b(dev|org|com|io|java|jakarta)\\.[a-z]+\\."
                            + "|\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE)\\b|psql|<html|\\$\\$");

    private Refused() {}

    /// `outcome` is status and code: `422 text_empty`.
    public static void assertRefused(Answer answer, String outcome) {
        assertThat(answer.header("content-type"))
                .as("media type of %s", answer)
                .hasValue("application/problem+json");
        assertThat(answer.outcome()).as(answer.body()).isEqualTo(outcome);
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.fieldNames()).toIterable().isSubsetOf(MEMBERS);
        assertThat(answer.body()).doesNotContainPattern(INSIDES);
        assertThat(answer.header("cache-control")).hasValue("no-store");
    }

    /// The same where a browser asked, which looks at status and code only.
    public static void assertRefused(dev.shopbell.testkit.Answer answer, String outcome) {
        assertThat(answer.status() + " " + answer.body().path("code").asText()).isEqualTo(outcome);
    }
}
