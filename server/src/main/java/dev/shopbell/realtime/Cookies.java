package dev.shopbell.realtime;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `Cookie` header of a socket's handshake, which no framework parses for us.
final class Cookies {

    private Cookies() {}

    /// The value of the first cookie of that name.
    static Optional<String> value(@Nullable String header, String name) {
        return header == null
                ? Optional.empty()
                : Arrays.stream(header.split(";"))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> pair.substring(name.length() + 1))
                        .findFirst();
    }
}
