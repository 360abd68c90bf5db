package dev.shopbell.store;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.i18n.TimeZones;
import dev.shopbell.platform.installation.WebOrigin;
import dev.shopbell.platform.text.PlainText;
import java.time.ZoneId;

/// What is needed to open a store: its name, the origin of its pages, its time zone.
public record NewStore(String name, String origin, ZoneId timeZone) {

    private static final int NAME_LENGTH = 100;

    /// Checks what a person typed; refusals name the field below `store`.
    public static NewStore checked(String name, String origin, String timeZone) {
        return new NewStore(
                checkedName(name),
                WebOrigin.parse(origin)
                        .map(WebOrigin::value)
                        .orElseThrow(() -> refused(StoreRefusal.ORIGIN_INVALID, "store.origin")),
                checkedZone(timeZone));
    }

    private static String checkedName(String typed) {
        String name = PlainText.name(typed);
        if (!PlainText.isName(name)) {
            throw refused(StoreRefusal.NAME_EMPTY, "store.name");
        }
        if (PlainText.length(name) > NAME_LENGTH) {
            throw refused(StoreRefusal.NAME_TOO_LONG, "store.name");
        }
        return name;
    }

    private static ZoneId checkedZone(String typed) {
        return TimeZones.named(typed)
                .orElseThrow(() -> refused(StoreRefusal.TIME_ZONE_UNKNOWN, "store.timeZone"));
    }

    private static RefusedException refused(StoreRefusal refusal, String field) {
        return new RefusedException(refusal, field);
    }
}
