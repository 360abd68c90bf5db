package dev.shopbell.benchmark.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.benchmark.posts.SqlLog.Executed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlLogTest {

    private static final String LOG =
            """
            2026-11-22 18:10:00.000 GMT [11] LOG:  execute <unnamed>: UPDATE job SET picked = $1
            2026-11-22 18:10:00.000 GMT [11] DETAIL:  Parameters: $1 = 't'
            2026-11-22 18:10:00.001 GMT [11] LOG:  statement: BEGIN
            2026-11-22 18:10:00.001 GMT [12] LOG:  execute S_1: BEGIN
            2026-11-22 18:10:00.002 GMT [11] LOG:  execute S_2: SELECT body
            \tFROM message WHERE client_id = $1
            2026-11-22 18:10:00.002 GMT [11] DETAIL:  Parameters: $1 = 'mine'
            2026-11-22 18:10:00.003 GMT [12] LOG:  execute S_3: DELETE FROM message WHERE body = $1
            2026-11-22 18:10:00.003 GMT [12] DETAIL:  Parameters: $1 = 'other'
            2026-11-22 18:10:00.004 GMT [11] LOG:  execute S_4/C_5: INSERT INTO message VALUES ($1, $2)
            2026-11-22 18:10:00.004 GMT [11] DETAIL:  Parameters: $1 = 'it''s', $2 = NULL
            2026-11-22 18:10:00.005 GMT [12] LOG:  execute S_6: COMMIT
            2026-11-22 18:10:00.006 GMT [11] LOG:  execute S_6: COMMIT
            """;

    @Test
    void aTransactionIsFoundByOneOfItsParametersAmongThoseOfOthers() {
        assertThat(SqlLog.transactionWith("mine", LOG))
                .containsExactly(
                        new Executed(
                                "SELECT body\n\tFROM message WHERE client_id = $1",
                                List.of("mine")),
                        new Executed(
                                "INSERT INTO message VALUES ($1, $2)",
                                Arrays.asList("it's", null)));
    }

    @Test
    void aTransactionThatIsNotThereIsNotMadeUp() {
        assertThatThrownBy(() -> SqlLog.transactionWith("nobody's", LOG))
                .hasMessageContaining("no transaction");
    }
}
