package dev.shopbell.access;

import dev.shopbell.inbox.Position.Positions;
import dev.shopbell.message.Drafts;
import dev.shopbell.message.Messages;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import jakarta.inject.Singleton;
import java.util.List;

/// The scenes that tests of access play in: one in a store as it is at first, and one in a store
/// that lets its administrators read what is assigned to others.
@Singleton
final class Scenes {

    /// The setting is off.
    final Scene usual;

    /// The setting is on.
    final Scene whereAdministratorsRead;

    private final Given given;
    private final Deeds deeds;
    private final Messages messages;
    private final Drafts drafts;
    private final Positions positions;

    Scenes(Given given, Deeds deeds, Messages messages, Drafts drafts, Positions positions) {
        this.given = given;
        this.deeds = deeds;
        this.messages = messages;
        this.drafts = drafts;
        this.positions = positions;
        this.usual = fresh(false);
        this.whereAdministratorsRead = fresh(true);
    }

    List<Scene> both() {
        return List.of(usual, whereAdministratorsRead);
    }

    /// One more, for tests that change what others would find.
    Scene fresh(boolean administratorsRead) {
        return new Scene(given, deeds, messages, drafts, positions, administratorsRead);
    }
}
