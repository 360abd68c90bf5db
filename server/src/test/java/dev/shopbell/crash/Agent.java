package dev.shopbell.crash;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.crash.History.Begun;
import dev.shopbell.crash.Wire.Caller;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A staff member who answers whomever, and leaves notes that no customer may notice.
final class Agent {

    private final String name;
    private final Caller caller;
    private final Wire wire;
    private final History history;
    private final RandomGenerator random;

    Agent(String name, Caller caller, Wire wire, History history, RandomGenerator random) {
        this.name = name;
        this.caller = caller;
        this.wire = wire;
        this.history = history;
        this.random = random;
    }

    void write() {
        while (history.isOpen()) {
            Begun begun = history.any(random);
            if (begun != null) {
                answer(begun);
            }
            Pause.millis(random.nextLong(20, 150));
        }
    }

    private void answer(Begun to) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        String kind = random.nextInt(3) == 0 ? "note" : "staff";
        String text = Words.about(id, random);
        ObjectNode body = Wire.JSON.createObjectNode().put("kind", kind).put("text", text);
        new Sender(wire, history, random)
                .send(
                        Sent.begun(name, to.store().id(), to.conversation(), id, kind, text),
                        "/api/staff/stores/%s/conversations/%s/messages/%s"
                                .formatted(to.store().id(), to.conversation(), id),
                        caller,
                        body);
    }
}
