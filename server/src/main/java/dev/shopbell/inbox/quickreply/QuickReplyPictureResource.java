package dev.shopbell.inbox.quickreply;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.inbox.quickreply.QuickRepliesResource.QuickReplyAnswer;
import dev.shopbell.message.quickreply.QuickReplyId;
import dev.shopbell.message.quickreply.QuickReplyPictures;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesFile;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.io.InputStream;
import java.util.UUID;

/// The picture of a quick reply: whoever answers sees it, Inbox administrators keep it.
@Path("/api/staff/stores/{store}/quick-replies/{quickReply}/picture")
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class QuickReplyPictureResource {

    private static final int MOST_BYTES = 1024 * 1024;

    private final QuickReplyPictures pictures;
    private final SignedInStaff staff;
    private final RateLimits limits;

    QuickReplyPictureResource(QuickReplyPictures pictures, SignedInStaff staff, RateLimits limits) {
        this.pictures = pictures;
        this.staff = staff;
        this.limits = limits;
    }

    @PUT
    @TakesFile(mostBytes = MOST_BYTES)
    @Produces(MediaType.APPLICATION_JSON)
    public QuickReplyAnswer save(
            @PathParam("quickReply") UUID quickReply,
            @QueryParam("name") @DefaultValue("") String name,
            InputStream body) {
        limits.take(Limit.MEMBER_UPLOADS, staff.member().staff().value().toString());
        FileName called =
                FileName.of(name)
                        .orElseThrow(() ->
                                new RefusedException(AttachmentRefusal.FILE_NAME_INVALID, "name"));
        return new QuickReplyAnswer(
                QuickReplyView.of(
                        pictures.save(staff.member(), new QuickReplyId(quickReply), called, body)));
    }

    /// Safe to repeat.
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public QuickReplyAnswer delete(@PathParam("quickReply") UUID quickReply) {
        return new QuickReplyAnswer(
                QuickReplyView.of(pictures.delete(staff.member(), new QuickReplyId(quickReply))));
    }

    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    @Requires({Permission.CONVERSATION_MANAGEMENT, Permission.INBOX_ADMINISTRATION})
    public Response content(
            @PathParam("quickReply") UUID quickReply, @Context HttpHeaders request) {
        return pictures.show(staff.member(), new QuickReplyId(quickReply), false, request);
    }

    /// The content itself where it is small.
    @GET
    @Path("thumbnail")
    @Produces(MediaType.WILDCARD)
    @Requires({Permission.CONVERSATION_MANAGEMENT, Permission.INBOX_ADMINISTRATION})
    public Response thumbnail(
            @PathParam("quickReply") UUID quickReply, @Context HttpHeaders request) {
        return pictures.show(staff.member(), new QuickReplyId(quickReply), true, request);
    }
}
