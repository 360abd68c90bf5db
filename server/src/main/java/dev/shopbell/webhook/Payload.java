package dev.shopbell.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.message.MessageKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The body of a request. It holds ids and nothing that anybody wrote: who wants to know more asks
/// `/api/v1`, where a key's scopes decide.
record Payload(WebhookEvent type, Instant timestamp, Data data) {

    /// What is null has nothing to do with that kind of event, and is left out; `assignment` is
    /// there where its `to` has to say "nobody".
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            UUID storeId,
            @Nullable UUID conversationId,
            @Nullable Long seq,
            @Nullable UUID messageId,
            @Nullable MessageKind kind,
            @Nullable UUID staffId,
            @Nullable Assignment assignment) {

        static Data ofNothing(UUID store) {
            return new Data(store, null, null, null, null, null, null);
        }
    }

    /// Null is nobody.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Assignment(@Nullable UUID to, @Nullable UUID from) {}

    String written(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
