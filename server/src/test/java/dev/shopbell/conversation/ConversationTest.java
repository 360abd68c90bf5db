package dev.shopbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Conversation.Preview;
import dev.shopbell.conversation.Conversation.Watermarks;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Instant NINE = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final StaffId PRIYA = new StaffId(UUID.randomUUID());
    private static final Preview QUESTION =
            new Preview("customer", null, null, "Where is it?", 0, 0);
    private static final Preview ANSWER = new Preview("staff", PRIYA, null, "On its way", 0, 0);

    @Test
    void aCustomerWritingMakesAResolvedConversationUnresolved() {
        Conversation continued = given(Status.RESOLVED).continuedByCustomer(QUESTION, TEN);

        assertThat(continued.status()).isEqualTo(Status.UNRESOLVED);
    }

    @Test
    void theMessageThatReopensComesAfterTheEventThatItDid() {
        Conversation continued = given(Status.RESOLVED).continuedByCustomer(QUESTION, TEN);

        assertThat(continued.lastSeq()).isEqualTo(9);
        assertThat(continued.lastPublicSeq()).isEqualTo(6);
    }

    @Test
    void resolvingReadsEverythingForEverybody() {
        Conversation conversation = given(Status.UNRESOLVED);

        Conversation resolved = conversation.handled(conversation.handling().with(Status.RESOLVED));

        assertThat(resolved.clearedMessages()).isEqualTo(3);
        assertThat(resolved.lastSeq()).isEqualTo(8);
        assertThat(resolved.lastPublicSeq()).isEqualTo(5);
        assertThat(resolved.assignee()).isEqualTo(PRIYA);
        assertThat(resolved.lastActivityAt()).isEqualTo(NINE);
        assertThat(resolved.preview()).isEqualTo(conversation.preview());
    }

    @Test
    void nothingIsOwedToABlockedSender() {
        Handling handling = given(Status.UNRESOLVED).handling();

        assertThat(handling.withSenderBlocked().status()).isEqualTo(Status.RESOLVED);
        assertThat(handling.withSenderBlocked().withSenderUnblocked().blocked()).isFalse();
        assertThat(handling.withSenderUnblocked()).isEqualTo(handling);
    }

    @Test
    void aCustomersMessageTakesTheNextPlaceInBothCounts() {
        Conversation continued = given(Status.UNRESOLVED).continuedByCustomer(QUESTION, TEN);

        assertThat(continued.lastSeq()).isEqualTo(8);
        assertThat(continued.lastPublicSeq()).isEqualTo(6);
        assertThat(continued.customerMessages()).isEqualTo(4);
        assertThat(continued.version()).isEqualTo(12);
        assertThat(continued.preview()).isEqualTo(QUESTION);
        assertThat(continued.lastActivityAt()).isEqualTo(TEN);
    }

    @Test
    void anAnswerLeavesTheStatusAndTheCustomersCountAsTheyAre() {
        Conversation continued = given(Status.RESOLVED).continuedByStore(ANSWER, true, TEN);

        assertThat(continued.status()).isEqualTo(Status.RESOLVED);
        assertThat(continued.customerMessages()).isEqualTo(3);
        assertThat(continued.lastSeq()).isEqualTo(8);
        assertThat(continued.lastPublicSeq()).isEqualTo(6);
    }

    @Test
    void aNoteTakesNoPlaceTheCustomerCounts() {
        Conversation continued = given(Status.UNRESOLVED).continuedByStore(ANSWER, false, TEN);

        assertThat(continued.lastSeq()).isEqualTo(8);
        assertThat(continued.lastPublicSeq()).isEqualTo(5);
    }

    @Test
    void aClockThatJumpedBackPutsNoAnswerBeforeItsQuestion() {
        Instant before = NINE.minusSeconds(60);

        assertThat(given(Status.UNRESOLVED).continuedByStore(ANSWER, true, before).lastActivityAt())
                .isEqualTo(NINE);
        assertThat(given(Status.UNRESOLVED).continuedByCustomer(QUESTION, before).lastActivityAt())
                .isEqualTo(NINE);
    }

    @Test
    void watermarksOnlyGrow() {
        Watermarks marks = new Watermarks(4, 2, 3, 0);

        assertThat(marks.reached(1, 1)).isEqualTo(marks);
        assertThat(marks.openedByStaff(1)).isEqualTo(marks);
        assertThat(marks.reached(5, 3)).isEqualTo(new Watermarks(5, 3, 3, 0));
        assertThat(marks.openedByStaff(5)).isEqualTo(new Watermarks(4, 2, 5, 0));
    }

    @Test
    void whatWasSeenWasDelivered() {
        assertThat(new Watermarks(1, 0, 0, 0).reached(0, 4)).isEqualTo(new Watermarks(4, 4, 0, 0));
    }

    @Test
    void aWatermarkIsAChangeLikeAnyOther() {
        Conversation conversation = given(Status.UNRESOLVED);

        Conversation read = conversation.with(conversation.watermarks().openedByStaff(5));

        assertThat(read.version()).isEqualTo(12);
        assertThat(read.lastActivityAt()).isEqualTo(NINE);
        assertThat(read.preview()).isEqualTo(conversation.preview());
    }

    private static Conversation given(Status status) {
        return new Conversation(
                new StoreId(UUID.randomUUID()),
                new ConversationId(UUID.randomUUID()),
                new CustomerId(UUID.randomUUID()),
                new Handling(status, PRIYA, false, 0, List.of("Returns")),
                7,
                5,
                3,
                0,
                new Watermarks(4, 2, 3, 0),
                new Preview("customer", null, null, "Hello", 0, 0),
                null,
                NINE,
                Conversation.Links.NONE,
                11);
    }
}
