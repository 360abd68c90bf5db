package dev.shopbell.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which conversations a list shows.
public enum ListView {
    ALL,
    UNREAD,
    UNRESOLVED;

    public static Optional<ListView> of(String word) {
        return Arrays.stream(values())
                .filter(view -> view.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
