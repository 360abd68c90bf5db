package dev.shopbell.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// `shopbell.notification.*`
@ConfigMapping(prefix = "shopbell.notification")
interface NotificationConfiguration {

    /// Whether people are told when it is due. Tests that are about something else are not to be
    /// disturbed by it.
    @WithDefault("true")
    boolean whenDue();
}
