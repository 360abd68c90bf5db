package dev.shopbell.benchmark.posts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.benchmark.posts.Post.Parameter;
import dev.shopbell.benchmark.posts.Post.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final Parameter STORE = new Parameter(Meaning.STORE, "");

    @Test
    void theTenthParameterIsNotTakenForTheFirstAndANaught() {
        List<Parameter> ten = new ArrayList<>(Collections.nCopies(9, STORE));
        ten.add(new Parameter(Meaning.CONSTANT, "customer"));

        assertThat(new Statement("SELECT $1, $10", ten).forPgbench())
                .isEqualTo("SELECT :store, 'customer';");
    }

    @Test
    void nobodyNamedIsAnArrayOfNone() {
        Parameter nobody = new Parameter(Meaning.CONSTANT, "{}");

        assertThat(new Statement("SELECT unnest($1)", List.of(nobody)).forPgbench())
                .isEqualTo("SELECT unnest('{}'::uuid[]);");
    }

    @Test
    void everyTripIsOnePipelineOfPgbench() {
        Post post =
                new Post(
                        List.of(
                                List.of(
                                        new Statement("BEGIN", List.of()),
                                        new Statement("SELECT\n  $1", List.of(STORE))),
                                List.of(new Statement("COMMIT", List.of()))));

        assertThat(post.pgbenchScript(64, 20, 50))
                .endsWith(
                        """
                        \\startpipeline
                        BEGIN;
                        SELECT :store;
                        \\endpipeline
                        \\startpipeline
                        COMMIT;
                        \\endpipeline
                        """);
    }
}
