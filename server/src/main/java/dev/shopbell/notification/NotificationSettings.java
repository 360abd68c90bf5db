package dev.shopbell.notification;

import org.jspecify.annotations.Nullable;

/// How one person wants to be told of a store's customers.
///
/// @param email of what they have not opened
/// @param browser by the browsers they allowed it
/// @param quiet when not to tell them anything by either; null: never
record NotificationSettings(
        boolean email, boolean browser, Sound sound, @Nullable QuietHours quiet) {

    /// Of somebody who never chose.
    static final NotificationSettings UNTOUCHED =
            new NotificationSettings(true, false, Sound.NONE, null);
}
