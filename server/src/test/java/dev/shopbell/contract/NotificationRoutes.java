package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.MEMBER;

import dev.shopbell.notification.NotificationRefusal;
import dev.shopbell.notification.push.PushRefusal;
import dev.shopbell.platform.http.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes about how one wants to be told of customers' messages.
final class NotificationRoutes {

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String SETTINGS = STORE + "/notification-settings";
    private static final String BROWSERS = STORE + "/push-subscriptions";

    static final List<ApiRoute> ALL =
            List.of(
                    route(
                            "GET " + SETTINGS,
                            "getNotificationSettings",
                            null,
                            "NotificationSettings"),
                    route(
                            "PUT " + SETTINGS,
                            "saveNotificationSettings",
                            "NotificationSettingsDraft",
                            "NotificationSettings",
                            NotificationRefusal.values()),
                    route(
                            "POST " + BROWSERS,
                            "addPushSubscription",
                            "PushSubscriptionDraft",
                            "PushSubscriptionAnswer",
                            PushRefusal.values()),
                    route(
                            "DELETE " + BROWSERS + "/{subscription}",
                            "removePushSubscription",
                            null,
                            "PushSubscriptionAnswer"));

    private NotificationRoutes() {}

    private static ApiRoute route(
            String route, String id, @Nullable String request, String answer, Refusal... refusals) {
        return new ApiRoute(
                MEMBER, route, id, ApiRoute.words(id), request, 200, answer, List.of(refusals));
    }
}
