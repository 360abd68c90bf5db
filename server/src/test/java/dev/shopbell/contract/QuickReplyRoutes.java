package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.MEMBER;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.message.quickreply.QuickReplyRefusal;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The routes about answers that were prepared.
final class QuickReplyRoutes {

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String ALL_OF_THEM = STORE + "/quick-replies";
    private static final String ONE = ALL_OF_THEM + "/{quickReply}";

    static final List<ApiRoute> ALL =
            List.of(
                    route("GET " + ALL_OF_THEM, "listQuickReplies", null, "QuickReplies"),
                    route(
                            "PUT " + ONE,
                            "saveQuickReply",
                            "QuickReplyDraft",
                            "QuickReplyAnswer",
                            Stream.concat(
                                            Stream.of(QuickReplyRefusal.values()),
                                            Stream.of(
                                                    MessageRefusal.TEXT_EMPTY,
                                                    MessageRefusal.TEXT_TOO_LONG,
                                                    MessageRefusal.TEXT_INVALID))
                                    .toArray(Refusal[]::new)),
                    route("DELETE " + ONE, "deleteQuickReply", null, "QuickReplyAnswer"),
                    route(
                            "PUT " + ONE + "/picture",
                            "uploadPictureOfQuickReply",
                            null,
                            "QuickReplyAnswer",
                            HttpRefusal.FILE_TOO_LARGE,
                            HttpRefusal.TOO_MANY_REQUESTS,
                            HttpRefusal.ADDRESS_TOO_LONG,
                            AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED,
                            AttachmentRefusal.FILE_DAMAGED,
                            AttachmentRefusal.IMAGE_TOO_LARGE,
                            AttachmentRefusal.FILE_NAME_INVALID),
                    route(
                            "DELETE " + ONE + "/picture",
                            "deletePictureOfQuickReply",
                            null,
                            "QuickReplyAnswer"),
                    route("GET " + ONE + "/picture/content", "readContentOfQuickReply", null, null),
                    route(
                            "GET " + ONE + "/picture/thumbnail",
                            "readThumbnailOfQuickReply",
                            null,
                            null),
                    route(
                            "PUT " + STORE + "/quick-reply-order",
                            "arrangeQuickReplies",
                            "QuickReplyOrder",
                            "QuickReplies"),
                    route(
                            "POST " + ONE + "/used",
                            "countQuickReply",
                            "QuickReplyUse",
                            "QuickReplyAnswer"),
                    route(
                            "POST " + STORE + "/quick-reply-import",
                            "importQuickReplies",
                            "QuickReplyFile",
                            "QuickRepliesImported"),
                    route("GET " + STORE + "/quick-reply-export", "exportQuickReplies", null, null),
                    route(
                            "GET " + STORE + "/conversations/{conversation}/suggestions",
                            "suggestAnswers",
                            null,
                            "Suggestions"));

    private QuickReplyRoutes() {}

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
