package dev.shopbell.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Keeps what a job has to know as JSON, so that an operator can read it and a later version still
/// can.
final class JsonOfJobs implements Serializer {

    private final ObjectMapper json;

    JsonOfJobs(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public byte[] serialize(@Nullable Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
        try {
            return json.readValue(data, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
