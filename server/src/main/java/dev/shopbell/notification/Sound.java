package dev.shopbell.notification;

import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;
import java.util.Locale;

/// What an open inbox plays when a customer writes.
enum Sound {
    NONE,
    KNOCK,
    BELL,
    CHIME;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Sound of(String word) {
        return Arrays.stream(values())
                .filter(sound -> sound.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(NotificationRefusal.SOUND_UNKNOWN, "sound"));
    }
}
