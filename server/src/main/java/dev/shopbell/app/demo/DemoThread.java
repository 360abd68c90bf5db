package dev.shopbell.app.demo;

import dev.shopbell.commerce.OrderLink;
import dev.shopbell.message.MessageKind;
import dev.shopbell.message.card.Card;
import dev.shopbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation to be written into the demo's database: who, when, what, and how it stands.
/// `readByAll` is false for the few that wait with a blue dot.
record DemoThread(
        DemoData.Person customer,
        String label,
        List<Line> lines,
        boolean resolved,
        @Nullable StaffId assignee,
        boolean readByAll) {

    record Line(
            MessageKind kind,
            @Nullable StaffId author,
            String text,
            List<Card> cards,
            List<OrderLink> orders,
            Instant at) {}

    Instant beganAt() {
        return lines.getFirst().at();
    }

    Instant lastAt() {
        return lines.getLast().at();
    }
}
