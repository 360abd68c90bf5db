package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.LOADER;
import static dev.shopbell.contract.ApiRoute.Door.MEMBER;
import static dev.shopbell.contract.ApiRoute.Door.SHOPPER;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.store.StoreRefusal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The routes about images and videos, and to the files of the widget.
final class FileRoutes {

    private static final String STAFF =
            "/api/staff/stores/{store}/conversations/{conversation}/attachments/{attachment}";
    private static final String WIDGET = "/api/widget/{key}";
    private static final String OWN =
            WIDGET + "/conversations/{conversation}/attachments/{attachment}";
    private static final String SHOWN = WIDGET + "/files/{attachment}";

    private static final List<Refusal> OF_FILES =
            List.of(
                    HttpRefusal.FILE_TOO_LARGE,
                    HttpRefusal.NOT_FOUND,
                    HttpRefusal.TOO_MANY_REQUESTS,
                    AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED,
                    AttachmentRefusal.FILE_DAMAGED,
                    AttachmentRefusal.IMAGE_TOO_LARGE,
                    AttachmentRefusal.VIDEO_TOO_LONG,
                    AttachmentRefusal.VIDEO_LENGTH_UNKNOWN);
    private static final List<Refusal> OF_UPLOADS =
            both(
                    OF_FILES,
                    AttachmentRefusal.FILE_NAME_INVALID,
                    HttpRefusal.ADDRESS_TOO_LONG,
                    AttachmentRefusal.CLIENT_ID_REUSED);
    private static final List<Refusal> OF_POSTERS =
            both(
                    OF_FILES,
                    AttachmentRefusal.ATTACHMENT_NOT_FOUND,
                    AttachmentRefusal.ATTACHMENT_SENT,
                    AttachmentRefusal.POSTER_NOT_POSSIBLE);
    private static final Refusal[] OF_WRITERS = {
        MessageRefusal.CHAT_OFF, MessageRefusal.SENDER_BLOCKED
    };
    private static final List<Refusal> OF_STORES = List.of(StoreRefusal.STORE_NOT_FOUND);
    private static final List<Refusal> OF_VIEWERS =
            List.of(
                    StoreRefusal.STORE_NOT_FOUND,
                    CustomerRefusal.UNKNOWN_VISITOR,
                    HttpRefusal.NOT_FOUND);

    static final List<ApiRoute> ALL =
            List.of(
                    route(MEMBER, "PUT " + STAFF, "uploadAsStaff", null, "Uploaded", OF_UPLOADS),
                    route(
                            MEMBER,
                            "PUT " + STAFF + "/poster",
                            "uploadPosterAsStaff",
                            null,
                            "Uploaded",
                            OF_POSTERS),
                    route(
                            MEMBER,
                            "DELETE " + STAFF,
                            "deleteUploadAsStaff",
                            null,
                            null,
                            List.of(AttachmentRefusal.ATTACHMENT_SENT)),
                    route(
                            MEMBER,
                            "PUT " + STAFF + "/alt",
                            "describeAttachment",
                            "NewAlt",
                            "Uploaded",
                            List.of(AttachmentRefusal.ALT_TOO_LONG, AttachmentRefusal.ALT_INVALID)),
                    file(MEMBER, STAFF + "/content", "readContentAsStaff", List.of()),
                    file(MEMBER, STAFF + "/thumbnail", "readThumbnailAsStaff", List.of()),
                    file(MEMBER, STAFF + "/poster", "readPosterAsStaff", List.of()),
                    route(
                            SHOPPER,
                            "PUT " + OWN,
                            "uploadAsShopper",
                            null,
                            "Uploaded",
                            both(OF_UPLOADS, OF_WRITERS)),
                    route(
                            SHOPPER,
                            "PUT " + OWN + "/poster",
                            "uploadPosterAsShopper",
                            null,
                            "Uploaded",
                            both(OF_POSTERS, OF_WRITERS)),
                    route(
                            SHOPPER,
                            "DELETE " + OWN,
                            "deleteUploadAsShopper",
                            null,
                            null,
                            List.of(HttpRefusal.NOT_FOUND, AttachmentRefusal.ATTACHMENT_SENT)),
                    file(LOADER, SHOWN + "/content", "readContentAsShopper", OF_VIEWERS),
                    file(LOADER, SHOWN + "/thumbnail", "readThumbnailAsShopper", OF_VIEWERS),
                    file(LOADER, SHOWN + "/poster", "readPosterAsShopper", OF_VIEWERS),
                    file(LOADER, "/widget/{key}.js", "readLoader", OF_STORES),
                    file(LOADER, "/widget/{key}/panel", "readPanel", OF_STORES),
                    file(
                            LOADER,
                            "/widget/assets/{file}",
                            "readPanelAsset",
                            List.of(HttpRefusal.NOT_FOUND)));

    private FileRoutes() {}

    private static List<Refusal> both(List<Refusal> some, Refusal... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }

    private static ApiRoute file(Door door, String path, String id, List<Refusal> refusals) {
        return new ApiRoute(door, "GET " + path, id, ApiRoute.words(id), null, 200, null, refusals);
    }

    /// What answers nothing answers 204.
    private static ApiRoute route(
            Door door,
            String route,
            String id,
            @Nullable String request,
            @Nullable String answer,
            List<Refusal> refusals) {
        return new ApiRoute(
                door,
                route,
                id,
                ApiRoute.words(id),
                request,
                answer == null ? 204 : 200,
                answer,
                refusals);
    }
}
