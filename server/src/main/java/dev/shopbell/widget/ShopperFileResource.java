package dev.shopbell.widget;

import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.Files;
import dev.shopbell.attachment.Viewer;
import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/// The files of a shopper's own thread. An `<img>` cannot send their secret, so the address names
/// its viewer ([Viewers]).
@Path("/api/widget/{key}/files/{attachment}")
@Produces(MediaType.WILDCARD)
@RunOnVirtualThread
final class ShopperFileResource {

    private final Stores stores;
    private final Viewers viewers;
    private final Files files;

    ShopperFileResource(Stores stores, Viewers viewers, Files files) {
        this.stores = stores;
        this.viewers = viewers;
        this.files = files;
    }

    @GET
    @Path("content")
    public Response content(
            @PathParam("key") String key,
            @PathParam("attachment") UUID attachment,
            @QueryParam("viewer") @DefaultValue("") String viewer,
            @Context UriInfo address,
            @Context HttpHeaders request) {
        return files.content(
                visitor(key, viewer),
                new AttachmentId(attachment),
                Files.Wanted.of(request, address));
    }

    @GET
    @Path("thumbnail")
    public Response thumbnail(
            @PathParam("key") String key,
            @PathParam("attachment") UUID attachment,
            @QueryParam("viewer") @DefaultValue("") String viewer,
            @Context HttpHeaders request) {
        return files.thumbnail(
                visitor(key, viewer), new AttachmentId(attachment), Files.Wanted.toLookAt(request));
    }

    @GET
    @Path("poster")
    public Response poster(
            @PathParam("key") String key,
            @PathParam("attachment") UUID attachment,
            @QueryParam("viewer") @DefaultValue("") String viewer,
            @Context HttpHeaders request) {
        return files.poster(
                visitor(key, viewer), new AttachmentId(attachment), Files.Wanted.toLookAt(request));
    }

    private Viewer visitor(String key, String token) {
        StoreId store = stores.withKey(key).id();
        return viewers.visitor(store, token)
                .orElseThrow(() -> new RefusedException(CustomerRefusal.UNKNOWN_VISITOR));
    }
}
