package dev.shopbell.platform.http;

import dev.shopbell.platform.id.Ids;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the ids and numbers in addresses. A path with something else for an id leads nowhere; a
/// query with something else for a number is told which one it is.
@Provider
public final class AddressParts implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // each branch has compared the type
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reader;
        if (type == UUID.class) {
            reader = AddressParts::id;
        } else if (type == Long.class || type == long.class) {
            reader = text -> number(text, annotations, Long::valueOf);
        } else if (type == Integer.class || type == int.class) {
            reader = text -> number(text, annotations, Integer::valueOf);
        } else {
            return null;
        }
        return (ParamConverter<T>) new Converter(reader);
    }

    private static UUID id(String text) {
        return Ids.read(text).orElseThrow(NotFoundException::new);
    }

    private static <N> N number(String text, Annotation[] annotations, Function<String, N> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException _) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, name(annotations));
        }
    }

    private static @Nullable String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
    }

    private record Converter(Function<String, ?> reader) implements ParamConverter<Object> {

        @Override
        public Object fromString(String text) {
            return reader.apply(text);
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
