package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that tell how one wants to be told of customers' messages.
final class NotificationShapes {

    private static final String RESOURCE = "notification.NotificationSettingsResource$";

    private NotificationShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-notification-settings",
                hidden(RESOURCE + "NotificationSettingsView"),
                "staff-notification-settings-untouched",
                hidden(RESOURCE + "NotificationSettingsView"),
                "staff-push-subscription",
                hidden(RESOURCE + "PushSubscriptionAnswer"),
                "staff-push-subscription-none",
                hidden(RESOURCE + "PushSubscriptionAnswer"),
                "request-notification-settings",
                hidden(RESOURCE + "WantedNotificationSettings"),
                "request-push-subscription",
                hidden(RESOURCE + "WantedSubscription"));
    }
}
