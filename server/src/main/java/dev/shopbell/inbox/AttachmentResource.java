package dev.shopbell.inbox;

import dev.shopbell.attachment.AltText;
import dev.shopbell.attachment.AttachmentAnswer;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.attachment.Attachments;
import dev.shopbell.attachment.Files;
import dev.shopbell.attachment.Uploader;
import dev.shopbell.attachment.Uploads;
import dev.shopbell.attachment.Viewer;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesFile;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Images and videos in a conversation, as staff upload, describe and see them.
@Path("/api/staff/stores/{store}/conversations/{conversation}/attachments/{attachment}")
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class AttachmentResource {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_POSTER_BYTES = 256 * 1024;

    private final Uploads uploads;
    private final Attachments attachments;
    private final Files files;
    private final SignedInStaff staff;
    private final RateLimits limits;

    AttachmentResource(
            Uploads uploads,
            Attachments attachments,
            Files files,
            SignedInStaff staff,
            RateLimits limits) {
        this.uploads = uploads;
        this.attachments = attachments;
        this.files = files;
        this.staff = staff;
        this.limits = limits;
    }

    record NewAlt(@Nullable String alt) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// PUT, because the uploader names the upload: sending it again is safe.
    @PUT
    @TakesFile(mostBytes = MOST_BYTES)
    @Produces(MediaType.APPLICATION_JSON)
    public AttachmentAnswer upload(
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream body) {
        count();
        FileName called =
                FileName.of(name)
                        .orElseThrow(() ->
                                new RefusedException(AttachmentRefusal.FILE_NAME_INVALID, "name"));
        return AttachmentAnswer.of(uploads.take(place(conversation, attachment), called, body));
    }

    @PUT
    @Path("poster")
    @TakesFile(mostBytes = MOST_POSTER_BYTES)
    @Produces(MediaType.APPLICATION_JSON)
    public AttachmentAnswer uploadPoster(
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            InputStream body) {
        count();
        return AttachmentAnswer.of(uploads.takePoster(place(conversation, attachment), body));
    }

    @DELETE
    public void delete(
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment) {
        attachments.delete(
                new Uploader.OfTeam(staff.member()),
                new ConversationId(conversation),
                new AttachmentId(attachment));
    }

    @PUT
    @Path("alt")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public AttachmentAnswer describe(
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @Nullable NewAlt body) {
        String alt = Body.required(Body.required(body, "alt").alt(), "alt");
        return AttachmentAnswer.of(
                attachments.describe(
                        staff.member(),
                        new ConversationId(conversation),
                        new AttachmentId(attachment),
                        AltText.of(alt)));
    }

    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    public Response content(
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @Context UriInfo address,
            @Context HttpHeaders request) {
        return files.content(
                viewer(conversation),
                new AttachmentId(attachment),
                Files.Wanted.of(request, address));
    }

    @GET
    @Path("thumbnail")
    @Produces(MediaType.WILDCARD)
    public Response thumbnail(
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @Context HttpHeaders request) {
        return files.thumbnail(
                viewer(conversation), new AttachmentId(attachment), Files.Wanted.toLookAt(request));
    }

    @GET
    @Path("poster")
    @Produces(MediaType.WILDCARD)
    public Response poster(
            @PathParam("conversation") UUID conversation,
            @PathParam("attachment") UUID attachment,
            @Context HttpHeaders request) {
        return files.poster(
                viewer(conversation), new AttachmentId(attachment), Files.Wanted.toLookAt(request));
    }

    private void count() {
        limits.take(Limit.MEMBER_UPLOADS, staff.member().staff().value().toString());
    }

    private Viewer viewer(UUID conversation) {
        return new Viewer.OfTeam(staff.member(), new ConversationId(conversation));
    }

    private Uploads.Place place(UUID conversation, UUID attachment) {
        return new Uploads.Place(
                new Uploader.OfTeam(staff.member()),
                new ConversationId(conversation),
                new AttachmentId(attachment));
    }
}
