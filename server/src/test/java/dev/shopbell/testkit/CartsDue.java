package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

/// What threads are to tell of carts, a quiet while after the last change.
public final class CartsDue {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private CartsDue() {}

    public static boolean isDue(UUID conversation) {
        return !DatabaseOwner.ask(
                        "SELECT '1' FROM job WHERE task_name = 'browsing.cart' AND task_instance LIKE ?",
                        "%/" + conversation)
                .isEmpty();
    }

    /// The while is over: waits until the thread has told.
    public static void tell(UUID conversation) {
        assertThat(isDue(conversation)).as("something is to be told").isTrue();
        DatabaseOwner.execute(
                """
                UPDATE job SET execution_time = now()
                 WHERE task_name = 'browsing.cart' AND task_instance LIKE ?
                """,
                "%/" + conversation);
        await().atMost(PATIENCE).until(() -> !isDue(conversation));
    }
}
