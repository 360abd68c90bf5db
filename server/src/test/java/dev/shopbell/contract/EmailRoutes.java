package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.MEMBER;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.email.account.EmailRefusal;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The routes about a store's e-mail.
final class EmailRoutes {

    private static final String SETTINGS = "/api/staff/stores/{store}/email-settings";
    private static final String CHECK = "/api/staff/stores/{store}/email-check";
    private static final String LOGO = "/api/staff/stores/{store}/logo";

    static final List<ApiRoute> ALL =
            List.of(
                    route("GET " + SETTINGS, "readEmailSettings", null, "EmailSettings"),
                    route(
                            "PUT " + SETTINGS,
                            "saveEmailSettings",
                            "EmailSettingsDraft",
                            "EmailSettings",
                            Stream.of(EmailRefusal.values())
                                    .filter(refusal -> refusal != EmailRefusal.SETTINGS_GONE)
                                    .toArray(Refusal[]::new)),
                    route(
                            "PUT " + SETTINGS + "/use",
                            "useEmailSettings",
                            "EmailVersion",
                            "EmailSettings",
                            EmailRefusal.SETTINGS_GONE),
                    route("GET " + CHECK, "readEmailCheck", null, "EmailCheckAnswer"),
                    route("POST " + CHECK, "startEmailCheck", null, "EmailCheckAnswer"),
                    route("GET " + LOGO, "readLogo", null, "LogoAnswer"),
                    route(
                            "PUT " + LOGO,
                            "uploadLogo",
                            null,
                            "LogoAnswer",
                            HttpRefusal.FILE_TOO_LARGE,
                            HttpRefusal.TOO_MANY_REQUESTS,
                            AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED,
                            AttachmentRefusal.FILE_DAMAGED,
                            AttachmentRefusal.IMAGE_TOO_LARGE),
                    route("DELETE " + LOGO, "deleteLogo", null, "LogoAnswer"),
                    route("GET " + LOGO + "/content", "readContentOfLogo", null, null));

    private EmailRoutes() {}

    private static ApiRoute route(
            String route,
            String id,
            @Nullable String request,
            @Nullable String answer,
            Refusal... refusals) {
        return new ApiRoute(
                MEMBER, route, id, ApiRoute.words(id), request, 200, answer, List.of(refusals));
    }
}
