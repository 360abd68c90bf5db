package dev.shopbell.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When customers count as having left, by the second. The node starts at 0.
class VisitsTest {

    private static final Instant STARTED = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant RESTARTED = Instant.parse("2026-11-16T11:00:00Z");

    private final StoreId store = new StoreId(UUID.randomUUID());
    private final ConversationId anna = new ConversationId(UUID.randomUUID());
    private final ConversationId ben = new ConversationId(UUID.randomUUID());
    private final Settling settling = new Settling(Duration.ofSeconds(90), at(0));
    private final Visits visits = new Visits(Duration.ofSeconds(20), settling);

    @BeforeEach
    void theDatabaseRuns() {
        databaseAnswers(STARTED, 1, 500);
    }

    @Test
    void whoClosesTheLastPageLeavesAfterTwentySecondsAndOnlyOnce() {
        opens(anna);
        opens(anna);
        closes(anna, 500);
        closes(anna, 501);
        databaseAnswers(STARTED, 501, 525);

        assertThat(leftBy(520)).isEmpty();
        assertThat(leftBy(521)).containsExactly(departure(anna, 501));
        assertThat(leftBy(522)).isEmpty();
        assertThat(visits.online(store)).isEmpty();
    }

    @Test
    void whoIsLostLeavesAtOnce() {
        opens(anna);
        visits.lost(store, anna, time(500), at(500));

        assertThat(leftBy(500)).containsExactly(departure(anna, 500));
    }

    @Test
    void whoOpensAnotherPageInTimeHasNotLeft() {
        opens(anna);
        closes(anna, 500);
        databaseAnswers(STARTED, 501, 600);

        assertThat(visits.arrived(store, anna)).isFalse();
        assertThat(leftBy(600)).isEmpty();
        assertThat(visits.online(store)).containsExactly(anna);
    }

    @Test
    void forNinetySecondsAfterTheNodeStartedNobodyHasLeft() {
        Settling starting = new Settling(Duration.ofSeconds(90), at(490));
        starting.answered(STARTED, at(500));
        Visits young = new Visits(Duration.ofSeconds(20), starting);
        young.arrived(store, anna);
        young.arrived(store, ben);
        young.left(store, anna, time(493), at(493));
        young.lost(store, ben, time(494), at(494));
        answersTo(starting, STARTED, 501, 580);

        assertThat(young.departures(at(579))).isEmpty();
        assertThat(young.online(store)).containsExactlyInAnyOrder(anna, ben);
        assertThat(young.departures(at(580)))
                .containsExactlyInAnyOrder(departure(anna, 493), departure(ben, 494));
    }

    @Test
    void forNinetySecondsAfterTheDatabaseRestartedNobodyHasLeft() {
        opens(anna);
        opens(ben);
        closes(anna, 499);
        databaseAnswers(RESTARTED, 502, 594);
        visits.lost(store, ben, time(510), at(510));

        assertThat(leftBy(591)).isEmpty();
        assertThat(leftBy(592))
                .containsExactlyInAnyOrder(departure(anna, 499), departure(ben, 510));
    }

    @Test
    void forNinetySecondsAfterTheDatabaseCouldNotAnswerNobodyHasLeft() {
        opens(anna);
        closes(anna, 500);
        settling.unanswered(at(505));
        databaseAnswers(STARTED, 506, 600);

        assertThat(leftBy(594)).isEmpty();
        assertThat(leftBy(595)).containsExactly(departure(anna, 500));
    }

    @Test
    void whileTheDatabaseSaysNothingNobodyLeaves() {
        opens(anna);
        closes(anna, 500);

        assertThat(leftBy(9_000)).isEmpty();

        databaseAnswers(STARTED, 9_001, 9_100);
        assertThat(leftBy(9_090)).isEmpty();
        assertThat(leftBy(9_091)).containsExactly(departure(anna, 500));
    }

    @Test
    void whoCameBackAfterTheRestartHasNeverLeft() {
        opens(anna);
        databaseAnswers(RESTARTED, 502, 700);
        closes(anna, 502);
        opens(anna);

        assertThat(leftBy(700)).isEmpty();
    }

    private void opens(ConversationId customer) {
        visits.arrived(store, customer);
    }

    private void closes(ConversationId customer, long second) {
        visits.left(store, customer, time(second), at(second));
    }

    private List<PresenceChanged> leftBy(long second) {
        return visits.departures(at(second));
    }

    private PresenceChanged departure(ConversationId customer, long second) {
        return new PresenceChanged(store, customer, time(second));
    }

    private void databaseAnswers(Instant started, long from, long to) {
        answersTo(settling, started, from, to);
    }

    private static void answersTo(Settling settling, Instant started, long from, long to) {
        for (long second = from; second <= to; second++) {
            settling.answered(started, at(second));
        }
    }

    private static Instant time(long second) {
        return STARTED.plusSeconds(second);
    }

    private static long at(long second) {
        // A clock of this kind may well run through its own end.
        return Long.MAX_VALUE
                - Duration.ofSeconds(520).toNanos()
                + Duration.ofSeconds(second).toNanos();
    }
}
