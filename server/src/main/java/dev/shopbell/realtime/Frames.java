package dev.shopbell.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.conversation.ThreadEvent;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Frames to text and back.
@Singleton
final class Frames {

    private final ObjectMapper json;

    Frames(ObjectMapper json) {
        this.json = json;
    }

    String write(ServerFrame frame) {
        try {
            return json.writerFor(ServerFrame.class).writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a line of a thread tells.
    ThreadEvent event(String written) {
        try {
            return json.readValue(written, ThreadEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Empty when it is no frame of ours.
    Optional<ClientFrame> read(String text) {
        try {
            return Optional.ofNullable(json.readValue(text, ClientFrame.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
