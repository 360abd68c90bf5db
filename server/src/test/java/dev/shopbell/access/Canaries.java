package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

/// What is planted in a scene, and who may hear of which: in whatever they hear, nothing else may
/// be found, however it is wrapped.
final class Canaries {

    private final Canary ofNextDoor;
    private final Canary ofHidden;
    private final Canary ofHiddenMessages;
    private final Canary ofVisible;
    private final Canary ofNote;
    private final Canary ofOtherShopper;

    /// Of a scene in which everything is in its place.
    Canaries(Scene scene, UUID othersConversation) {
        UUID store = scene.store.id().value();
        ofNextDoor =
                Canary.ofStore(
                        "the store next door",
                        "quetzal",
                        scene.nextDoor.id().value(),
                        scene.conversation);
        ofHidden = Canary.ofConversation("a hidden conversation", "hoopoe", store, scene.hidden);
        ofHiddenMessages =
                Canary.ofMessages("a hidden conversation", "seen a hoopoe", store, scene.hidden);
        ofVisible = Canary.ofWord("the shopper's conversation", "bluethroat");
        ofNote = Canary.ofWord("a note", "nightjar");
        ofOtherShopper =
                Canary.ofConversation(
                        "another shopper's conversation", "kittiwake", store, othersConversation);
    }

    /// What in it is of the hidden conversation.
    List<String> heardOfHidden(String heard) {
        return ofHidden.heardIn(Readings.of(heard));
    }

    /// That it has nothing of the hidden conversation but these ids, which whoever hears it knows.
    void assertHides(String heard, List<UUID> known) {
        assertSilent(heard, List.of(ofHidden.apartFrom(known)));
    }

    /// That what an agent heard is of their store, and of what they may see there.
    void assertFitForAnAgent(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden));
    }

    /// That it has no word of a hidden conversation but who writes and who has it.
    void assertFitForAnAdministrator(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHiddenMessages));
    }

    void assertFitForTheAssignee(String heard) {
        assertSilent(heard, List.of(ofNextDoor));
    }

    void assertFitForTheNeighbour(String heard) {
        assertSilent(heard, List.of(ofHidden, ofVisible, ofNote, ofOtherShopper));
    }

    void assertFitForTheShopper(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden, ofNote, ofOtherShopper));
    }

    void assertFitForTheOtherShopper(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden, ofNote, ofVisible));
    }

    /// That it says nothing of anybody.
    void assertFitForEverybody(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden, ofVisible, ofNote, ofOtherShopper));
    }

    private static void assertSilent(String heard, List<Canary> canaries) {
        Readings readings = Readings.of(heard);
        for (Canary canary : canaries) {
            assertThat(canary.heardIn(readings))
                    .as("of %s, in %s", canary.place(), heard)
                    .isEmpty();
        }
    }
}
