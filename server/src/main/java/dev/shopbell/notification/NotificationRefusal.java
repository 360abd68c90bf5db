package dev.shopbell.notification;

import dev.shopbell.platform.http.Refusal;

/// Why a person is told as before.
public enum NotificationRefusal implements Refusal {
    SOUND_UNKNOWN(422),
    /// No time of day as `07:30`, or both the same.
    QUIET_HOURS_INVALID(422),
    TIME_ZONE_UNKNOWN(422),
    TOPIC_UNKNOWN(422);

    private final int status;

    NotificationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
