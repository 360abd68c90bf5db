package dev.shopbell.contract;

import dev.shopbell.commerce.CommerceRefusal;
import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.profile.ProfileRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes about who writes.
final class ProfileRoutes {

    private static final String PROFILE =
            "/api/staff/stores/{store}/conversations/{conversation}/profile";
    private static final String NOTES = PROFILE + "/notes";

    static final List<ApiRoute> ALL =
            List.of(
                    route("GET " + PROFILE, "readProfile", null, "ProfileAnswer"),
                    route("GET " + PROFILE + "/orders", "listOrdersOf", null, "PlacedOrderPage"),
                    route("GET " + PROFILE + "/threads", "listOtherThreads", null, "OtherThreads"),
                    route(
                            "PUT " + PROFILE + "/link",
                            "linkCustomer",
                            "WantedLink",
                            "ProfileAnswer",
                            ProfileRefusal.NOT_A_POSSIBLE_MATCH,
                            ProfileRefusal.LINK_IS_PROVEN,
                            CommerceRefusal.EXTERNAL_ID_INVALID),
                    route(
                            "DELETE " + PROFILE + "/link",
                            "unlinkCustomer",
                            null,
                            "ProfileAnswer",
                            ProfileRefusal.LINK_IS_PROVEN),
                    route("GET " + NOTES, "listStaffNotes", null, "StaffNotes"),
                    route(
                            "PUT " + NOTES + "/{note}",
                            "saveStaffNote",
                            "StaffNoteDraft",
                            "StaffNoteAnswer",
                            ProfileRefusal.STAFF_NOTE_CHANGED_MEANWHILE,
                            ProfileRefusal.STAFF_NOTE_EMPTY,
                            ProfileRefusal.STAFF_NOTE_INVALID,
                            ProfileRefusal.STAFF_NOTE_TOO_LONG,
                            ProfileRefusal.STAFF_NOTES_TOO_MANY,
                            HttpRefusal.TOO_MANY_REQUESTS),
                    route(
                            "DELETE " + NOTES + "/{note}",
                            "removeStaffNote",
                            null,
                            "StaffNotes",
                            ProfileRefusal.STAFF_NOTE_CHANGED_MEANWHILE));

    private ProfileRoutes() {}

    private static ApiRoute route(
            String route, String id, @Nullable String request, String answer, Refusal... refusals) {
        return new ApiRoute(
                Door.MEMBER,
                route,
                id,
                ApiRoute.words(id),
                request,
                200,
                answer,
                List.of(refusals));
    }
}
