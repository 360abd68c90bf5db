package dev.shopbell.app;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.WebFiles;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/// The inbox web app: one page for all its addresses, and its files. The page is public; what it
/// shows comes from routes that are not.
@Path("/")
@RunOnVirtualThread
final class WebAppResource {

    private final WebFiles files = new WebFiles("shopbell-web/inbox");
    private final Installation installation;

    WebAppResource(Installation installation) {
        this.installation = installation;
    }

    @GET
    public Response home() {
        return page();
    }

    @GET
    @Path("login")
    public Response login() {
        return page();
    }

    @GET
    @Path("forgot-password")
    public Response forgotPassword() {
        return page();
    }

    @GET
    @Path("new-password")
    public Response newPassword() {
        return page();
    }

    @GET
    @Path("invitation")
    public Response invitation() {
        return page();
    }

    @GET
    @Path("setup")
    public Response setUp() {
        return page();
    }

    @GET
    @Path("inbox{below:(/.*)?}")
    public Response inbox() {
        return page();
    }

    /// Below `/inbox/`, so that it serves the pages there; its name never changes, so browsers ask
    /// each time whether it did.
    @GET
    @Path("inbox/service-worker.js")
    public Response serviceWorker() {
        byte[] script =
                files.read("inbox-assets/service-worker.js")
                        .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
        return Response.ok(script)
                .type(WebFiles.type("service-worker.js"))
                .header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @GET
    @Path("inbox-assets/{file:.+}")
    public Response asset(@PathParam("file") String file) {
        return files.immutable("inbox-assets/" + file);
    }

    private Response page() {
        String socket = installation.publicUrl().map(PublicUrl::socketOrigin).orElse("");
        String pictures = installation.publicUrl().map(PublicUrl::pictureSources).orElse("");
        return Response.ok(files.text("index.html"))
                .type("text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; connect-src 'self' "
                                + socket
                                + "; img-src 'self' data: blob: "
                                + pictures
                                + "; media-src 'self' blob:; object-src 'none'; base-uri 'none'"
                                + "; form-action 'self'; frame-ancestors 'none'")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding")
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .build();
    }
}
