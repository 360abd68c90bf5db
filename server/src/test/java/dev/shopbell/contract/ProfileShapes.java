package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that tell who writes.
final class ProfileShapes {

    private static final String PROFILE = "inbox.profile.ProfileResource$";
    private static final String NOTES = "inbox.profile.StaffNotesResource$";

    private ProfileShapes() {}

    static Map<String, Class<?>> all() {
        return Map.of(
                "staff-profile",
                hidden(PROFILE + "ProfileAnswer"),
                "staff-profile-unlinked",
                hidden(PROFILE + "ProfileAnswer"),
                "staff-placed-orders",
                hidden(PROFILE + "PlacedOrderPage"),
                "staff-other-threads",
                hidden(PROFILE + "OtherThreads"),
                "request-profile-link",
                hidden(PROFILE + "WantedLink"),
                "staff-profile-notes",
                hidden(NOTES + "StaffNotesView"),
                "staff-profile-note",
                hidden(NOTES + "StaffNoteAnswer"),
                "request-profile-note",
                hidden(NOTES + "WantedNote"));
    }
}
