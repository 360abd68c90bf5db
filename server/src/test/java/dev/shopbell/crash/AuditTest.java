package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.crash.Audit.Fault;
import dev.shopbell.crash.Audit.Kind;
import dev.shopbell.crash.Outcome.Acknowledged;
import dev.shopbell.crash.Truth.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Histories that a broken server would leave behind, made by hand.
class AuditTest {

    private static final Instant NINE = Instant.parse("2026-11-16T09:00:00Z");
    private static final UUID STORE = UUID.randomUUID();
    private static final UUID THREAD = UUID.randomUUID();

    private final List<Sent> sent = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int visitors = 1;
    private long customerMessages;

    @Test
    void aHistoryInWhichAllIsWellHasNoFaults() {
        stored(1, acknowledged("Hello", 1));
        stored(2, acknowledged("Anybody there?", 2));

        assertThat(faults()).isEmpty();
    }

    @Test
    void anAcknowledgedMessageThatIsMissingIsLost() {
        stored(1, acknowledged("Hello", 1));
        acknowledged("Anybody there?", 2);

        assertThat(faults()).containsExactly(Kind.LOST);
    }

    @Test
    void aMessageWhoseFateNobodyKnewMayBeStoredOnceOrNotAtAll() {
        Sent once = sent("Hello", new Outcome.Unanswered());
        once.attempted(NINE, new Acknowledged(null, 1L, NINE));
        stored(1, once);

        assertThat(faults()).isEmpty();
    }

    @Test
    void aMessageStoredAgainUnderItsIdIsDoubled() {
        Sent message = acknowledged("Hello", 1);
        stored(1, message);
        stored(2, message);

        assertThat(faults()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void aMessageStoredAgainUnderAnotherIdIsDoubled() {
        Sent message = acknowledged("Hello", 1);
        stored(1, message);
        stored(2, message, UUID.randomUUID(), "Hello");

        assertThat(faults()).contains(Kind.DOUBLED, Kind.INVENTED);
    }

    @Test
    void otherWordsAreAltered() {
        Sent message = acknowledged("Hello", 1);
        stored(1, message, message.id(), "Hell");

        assertThat(faults()).containsExactly(Kind.ALTERED);
    }

    @Test
    void anotherPlaceThanToldIsMoved() {
        stored(1, acknowledged("Hello", 2));
        stored(2, acknowledged("Anybody there?", 1));

        assertThat(faults()).containsExactly(Kind.MOVED, Kind.MOVED);
    }

    @Test
    void aMessageNobodySentIsInvented() {
        stored(1, acknowledged("Hello", 1));
        stored(2, Sent.begun("nobody", STORE, THREAD, UUID.randomUUID(), "customer", "Boo"));

        assertThat(faults()).containsExactly(Kind.INVENTED);
    }

    @Test
    void aMissingNumberIsAHole() {
        stored(1, acknowledged("Hello", 1));
        stored(3, acknowledged("Anybody there?", 3));

        assertThat(faults()).containsExactly(Kind.HOLE, Kind.HOLE);
    }

    @Test
    void oneWritersMessagesTheOtherWayRoundAreOutOfOrder() {
        Sent first = acknowledged("Hello", 2);
        Sent second = acknowledged("Anybody there?", 1);
        stored(1, second);
        stored(2, first);

        assertThat(faults()).containsExactly(Kind.OUT_OF_ORDER);
    }

    @Test
    void aThreadThatCountsWronglyIsMiscounted() {
        stored(1, acknowledged("Hello", 1));
        customerMessages++;

        assertThat(faults()).containsExactly(Kind.MISCOUNTED);
    }

    @Test
    void aThreadOfTwoVisitorsIsSplit() {
        stored(1, acknowledged("Hello", 1));
        visitors = 2;

        assertThat(faults()).containsExactly(Kind.SPLIT);
    }

    @Test
    void aRefusalAndASilenceAreFaultsOfTheirOwn() {
        sent("Hello", new Outcome.Refused(409, "client_id_reused"));
        sent("Anybody there?", new Outcome.Unanswered());

        assertThat(faults()).containsExactly(Kind.REFUSED, Kind.STUCK, Kind.STUCK);
    }

    @Test
    void aFeedNumberGivenOutTwiceBreaksTheFeed() {
        stored(1, acknowledged("Hello", 1));
        Sent other = acknowledged("Anybody there?", 2);
        lines.add(new Line(STORE, THREAD, 2, 2L, other.id(), "customer", other.text(), NINE, 1));
        customerMessages++;

        assertThat(faults()).containsExactly(Kind.FEED_BROKEN);
    }

    @Test
    void aRepetitionWasRecognisedWhenTheMessageIsOlderThanIt() {
        Sent message = sent("Hello", new Outcome.Unanswered());
        message.attempted(NINE.plusMillis(20), new Acknowledged(null, 1L, NINE.plusMillis(3)));

        assertThat(message.wasRecognised()).isTrue();
        assertThat(acknowledged("Anybody there?", 2).wasRecognised()).isFalse();
        assertThat(Tally.of(sent)).isEqualTo(new Tally(2, 3, 1, 0, 0, 1, 1, 0));
    }

    private Sent acknowledged(String text, long publicSeq) {
        return sent(text, new Acknowledged(null, publicSeq, NINE));
    }

    private Sent sent(String text, Outcome outcome) {
        Sent message =
                Sent.begun("anna", STORE, THREAD, UUID.randomUUID(), "customer", text)
                        .attempted(NINE, outcome);
        sent.add(message);
        return message;
    }

    private void stored(long seq, Sent message) {
        stored(seq, message, message.id(), message.text());
    }

    private void stored(long seq, Sent message, UUID id, String text) {
        lines.add(new Line(STORE, THREAD, seq, seq, id, message.kind(), text, NINE, seq));
        customerMessages++;
    }

    private List<Kind> faults() {
        Truth.Conversation thread =
                new Truth.Conversation(
                        STORE,
                        THREAD,
                        UUID.randomUUID(),
                        visitors,
                        lines.size(),
                        lines.size(),
                        customerMessages,
                        0,
                        0,
                        1,
                        lines.size(),
                        lines.size());
        return Audit.of(sent, new Truth(lines, List.of(thread))).stream().map(Fault::kind).toList();
    }
}
