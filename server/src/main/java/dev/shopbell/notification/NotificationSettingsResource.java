package dev.shopbell.notification;

import dev.shopbell.notification.push.PushKeys;
import dev.shopbell.notification.push.PushSubscriptions;
import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one wants to be told of what happens, and by which browsers. Everybody for themselves.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class NotificationSettingsResource {

    private final Notifications notifications;
    private final PushKeys keys;
    private final PushSubscriptions subscriptions;
    private final NotificationMails mails;
    private final Stores stores;
    private final SignedInStaff staff;

    NotificationSettingsResource(
            Notifications notifications,
            PushKeys keys,
            PushSubscriptions subscriptions,
            NotificationMails mails,
            Stores stores,
            SignedInStaff staff) {
        this.notifications = notifications;
        this.keys = keys;
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.stores = stores;
        this.staff = staff;
    }

    record QuietHoursView(String from, String to, String timeZone) {}

    /// `null`: as it was.
    record WantedTopics(
            @Nullable List<String> email,
            @Nullable List<String> browser,
            @Nullable List<String> sound) {}

    record TopicsView(List<String> email, List<String> browser, List<String> sound) {}

    /// `pushKey`: what a browser that is to be told subscribes with, P-256 in base64url.
    record NotificationSettingsView(
            boolean email,
            boolean browser,
            String sound,
            @Nullable QuietHoursView quietHours,
            TopicsView topics,
            boolean canSendMail,
            String pushKey) {}

    record WantedQuietHours(
            @Nullable String from, @Nullable String to, @Nullable String timeZone) {}

    /// `quietHours`: null when there are to be none. `topics`: null when they are to stay.
    record WantedNotificationSettings(
            @Nullable Boolean email,
            @Nullable Boolean browser,
            @Nullable String sound,
            @Nullable WantedQuietHours quietHours,
            @Nullable WantedTopics topics) {}

    record WantedKeys(@Nullable String p256dh, @Nullable String auth) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// As a browser writes it.
    record WantedSubscription(@Nullable String endpoint, @Nullable WantedKeys keys) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Null when it is deleted.
    record PushSubscriptionAnswer(@Nullable UUID subscription) {}

    @GET
    @Path("notification-settings")
    public NotificationSettingsView settings() {
        return view(notifications.of(staff.member()));
    }

    @PUT
    @Path("notification-settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public NotificationSettingsView save(@Nullable WantedNotificationSettings body) {
        WantedNotificationSettings wanted = Body.required(body, "email");
        boolean email = Body.required(wanted.email(), "email");
        boolean browser = Body.required(wanted.browser(), "browser");
        Sound sound = Sound.of(Body.required(wanted.sound(), "sound"));
        QuietHours quiet = quiet(wanted.quietHours());
        return view(
                notifications.save(
                        staff.member(),
                        before ->
                                new NotificationSettings(
                                        email,
                                        browser,
                                        sound,
                                        quiet,
                                        topics(wanted.topics(), before.topics()))));
    }

    /// The browser one is in is told, until one signs out of it. Safe to repeat.
    @POST
    @Path("push-subscriptions")
    @Consumes(MediaType.APPLICATION_JSON)
    public PushSubscriptionAnswer subscribe(@Nullable WantedSubscription body) {
        WantedSubscription wanted = Body.required(body, "endpoint");
        WantedKeys given = Body.required(wanted.keys(), "keys");
        return new PushSubscriptionAnswer(
                subscriptions.add(
                        staff.member(),
                        staff.session().id(),
                        Body.required(wanted.endpoint(), "endpoint"),
                        Body.required(given.p256dh(), "keys.p256dh"),
                        Body.required(given.auth(), "keys.auth")));
    }

    /// Safe to repeat.
    @DELETE
    @Path("push-subscriptions/{subscription}")
    public PushSubscriptionAnswer unsubscribe(@PathParam("subscription") UUID subscription) {
        subscriptions.remove(staff.member(), subscription);
        return new PushSubscriptionAnswer(null);
    }

    private NotificationSettingsView view(NotificationSettings settings) {
        QuietHours quiet = settings.quiet();
        return new NotificationSettingsView(
                settings.email(),
                settings.browser(),
                settings.sound().word(),
                quiet == null
                        ? null
                        : new QuietHoursView(
                                QuietHours.written(quiet.from()),
                                QuietHours.written(quiet.to()),
                                quiet.zone().getId()),
                new TopicsView(
                        Topic.words(settings.topics().email()),
                        Topic.words(settings.topics().browser()),
                        Topic.words(settings.topics().sound())),
                mails.canSend(stores.get(staff.member().store())),
                keys.publicKey());
    }

    private static Topics topics(@Nullable WantedTopics wanted, Topics before) {
        return wanted == null
                ? before
                : new Topics(
                        topics(wanted.email(), before.email()),
                        topics(wanted.browser(), before.browser()),
                        topics(wanted.sound(), before.sound()));
    }

    private static Set<Topic> topics(@Nullable List<String> wanted, Set<Topic> before) {
        return wanted == null ? before : Topic.of(wanted);
    }

    private static @Nullable QuietHours quiet(@Nullable WantedQuietHours wanted) {
        return wanted == null
                ? null
                : QuietHours.parse(
                        Body.required(wanted.from(), "quietHours.from"),
                        Body.required(wanted.to(), "quietHours.to"),
                        Body.required(wanted.timeZone(), "quietHours.timeZone"));
    }
}
