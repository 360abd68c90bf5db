package dev.shopbell.realtime;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Every kind of frame that the running program can say or hear, by its name on the wire.
public final class FrameKinds {

    private FrameKinds() {}

    public static List<String> ofServer() {
        return kinds(ServerFrame.class).map(FrameKinds::name).toList();
    }

    /// Those that can carry no word and no id.
    public static List<String> withNothingToTell() {
        return kinds(ServerFrame.class)
                .filter(kind ->
                        Arrays.stream(kind.getRecordComponents())
                                .allMatch(it -> it.getType().isPrimitive()))
                .map(FrameKinds::name)
                .toList();
    }

    public static List<String> ofClient() {
        return kinds(ClientFrame.class).map(FrameKinds::name).toList();
    }

    private static Stream<Class<?>> kinds(Class<?> frame) {
        return Arrays.stream(frame.getPermittedSubclasses());
    }

    private static String name(Class<?> kind) {
        return kind.getAnnotation(JsonTypeName.class).value();
    }
}
