package dev.shopbell.commerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/// Lists that are kept as JSON beside what they belong to.
final class Lists {

    private final ObjectMapper json;

    Lists(ObjectMapper json) {
        this.json = json;
    }

    String written(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> List<T> read(String written, Class<T> of) {
        try {
            return json.readerForListOf(of).readValue(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list does not read", e);
        }
    }
}
