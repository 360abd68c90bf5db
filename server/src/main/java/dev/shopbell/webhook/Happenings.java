package dev.shopbell.webhook;

import dev.shopbell.message.MessageKind;
import dev.shopbell.store.StoreId;
import dev.shopbell.webhook.LogSql.Line;
import dev.shopbell.webhook.Payload.Assignment;
import dev.shopbell.webhook.Payload.Data;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a line of a thread is to those who hear of it from outside.
final class Happenings {

    private Happenings() {}

    /// In the order in which they are told.
    static List<Payload> of(StoreId store, Line line) {
        List<Payload> happened = new ArrayList<>();
        if (line.seq() == 1) {
            happened.add(
                    payload(
                            WebhookEvent.CONVERSATION_CREATED,
                            line,
                            data(store, line, false, null)));
        }
        if (line.isPublic()) {
            happened.add(
                    payload(WebhookEvent.MESSAGE_CREATED, line, data(store, line, true, null)));
        }
        if (line.statusAfter() != null) {
            WebhookEvent turn =
                    line.statusAfter().equals("resolved")
                            ? WebhookEvent.CONVERSATION_RESOLVED
                            : WebhookEvent.CONVERSATION_REOPENED;
            happened.add(payload(turn, line, data(store, line, false, null)));
        }
        if (line.assigns()) {
            Assignment assignment = new Assignment(line.to(), line.from());
            happened.add(
                    payload(
                            WebhookEvent.CONVERSATION_ASSIGNED,
                            line,
                            data(store, line, false, assignment)));
        }
        return happened;
    }

    private static Payload payload(WebhookEvent type, Line line, Data data) {
        return new Payload(type, line.at(), data);
    }

    private static Data data(
            StoreId store, Line line, boolean isMessage, @Nullable Assignment assignment) {
        boolean isByStaff = line.kind() == MessageKind.STAFF || line.kind() == MessageKind.EVENT;
        return new Data(
                store.value(),
                line.conversation(),
                line.seq(),
                isMessage ? line.message() : null,
                isMessage ? line.kind() : null,
                isByStaff ? line.author() : null,
                assignment);
    }
}
