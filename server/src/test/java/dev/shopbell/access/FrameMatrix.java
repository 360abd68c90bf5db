package dev.shopbell.access;

import java.util.List;
import java.util.function.Consumer;

/// Every kind of frame the server says of a conversation, one row each: what makes it say one of
/// the hidden conversation, and who hears it. A kind that is missing here fails [FrameAccessTest].
final class FrameMatrix {

    /// Who of a [Room] hears a frame of the hidden conversation. Nobody else does.
    enum Hearers {
        /// Whose it is, and administrators where the store lets them.
        READERS,
        /// Whose it is, and nobody besides.
        ASSIGNEE,
        /// The customer in it.
        SHOPPER
    }

    /// `deed` is done by those who may.
    record FrameRow(String kind, Hearers hearers, Consumer<Room> deed) {

        @Override
        public String toString() {
            return kind;
        }
    }

    static final List<FrameRow> ROWS =
            List.of(
                    new FrameRow("changes", Hearers.READERS, Room::theShopperWrites),
                    new FrameRow("online", Hearers.READERS, Room::everybodyOpensAnotherPage),
                    new FrameRow("presence", Hearers.READERS, _ -> {}),
                    new FrameRow("typing", Hearers.READERS, Room::theShopperTypes),
                    new FrameRow("viewers", Hearers.READERS, Room::allStaffLook),
                    new FrameRow("profile", Hearers.READERS, Room::theAssigneeKeepsANote),
                    new FrameRow("drafts", Hearers.ASSIGNEE, Room::everybodyOpensAnotherPage),
                    new FrameRow("draft", Hearers.ASSIGNEE, Room::theAssigneeDrafts),
                    new FrameRow("welcome", Hearers.SHOPPER, _ -> {}),
                    new FrameRow("message", Hearers.SHOPPER, Room::theAssigneeAnswers),
                    new FrameRow("conversation", Hearers.SHOPPER, Room::theAssigneeReads),
                    new FrameRow("staff_typing", Hearers.SHOPPER, Room::theAssigneeTypes),
                    new FrameRow("described", Hearers.SHOPPER, Room::theAssigneeDescribes));

    private FrameMatrix() {}
}
