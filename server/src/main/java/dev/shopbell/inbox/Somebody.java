package dev.shopbell.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member's id or `null` for nobody, in a request in which leaving it out means neither.
@JsonDeserialize(using = Somebody.Reader.class)
record Somebody(@JsonValue @Nullable UUID staff) {

    static final class Reader extends StdDeserializer<Somebody> {

        Reader() {
            super(Somebody.class);
        }

        @Override
        public Somebody deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return new Somebody(context.readValue(parser, UUID.class));
        }

        @Override
        public Somebody getNullValue(DeserializationContext context) {
            return new Somebody(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
