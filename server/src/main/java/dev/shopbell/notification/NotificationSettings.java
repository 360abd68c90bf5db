package dev.shopbell.notification;

import org.jspecify.annotations.Nullable;

/// How one person wants to be told of a store's conversations.
///
/// @param email of what they have not opened
/// @param browser by the browsers they allowed it
/// @param quiet when not to tell them anything by either; null: never
/// @param topics of what, as far as a way is on
record NotificationSettings(
        boolean email, boolean browser, Sound sound, @Nullable QuietHours quiet, Topics topics) {

    /// Of somebody who never chose.
    static final NotificationSettings UNTOUCHED =
            new NotificationSettings(true, false, Sound.NONE, null, Topics.ALL);
}
