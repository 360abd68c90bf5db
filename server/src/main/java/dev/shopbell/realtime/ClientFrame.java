package dev.shopbell.realtime;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything a client may say on a socket. `hello` carries what its side needs: staff where they
/// are in the feed (the cookie says who they are), shoppers their secret and their place.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ClientFrame.Hello.class),
    @JsonSubTypes.Type(ClientFrame.Pong.class),
    @JsonSubTypes.Type(ClientFrame.Typing.class),
    @JsonSubTypes.Type(ClientFrame.Viewing.class)
})
sealed interface ClientFrame {

    @JsonTypeName("hello")
    record Hello(@Nullable String epoch, @Nullable String secret, long after)
            implements ClientFrame {
        @Override
        public String toString() {
            return "Hello[***]";
        }
    }

    @JsonTypeName("pong")
    record Pong() implements ClientFrame {}

    /// A key was pressed a moment ago. Staff say where, and whether it is to be a note; shoppers
    /// have one conversation only.
    @JsonTypeName("typing")
    record Typing(@Nullable UUID conversation, @Nullable Boolean note) implements ClientFrame {}

    /// Staff only: the conversation on this screen; null when there is none.
    @JsonTypeName("viewing")
    record Viewing(@Nullable UUID conversation) implements ClientFrame {}
}
