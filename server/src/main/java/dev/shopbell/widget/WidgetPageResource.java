package dev.shopbell.widget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.platform.http.WebFiles;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The loader with a store's settings in it, the panel's page, and the panel's files.
@Path("/widget")
@RunOnVirtualThread
final class WidgetPageResource {

    private static final String SETTINGS = "__SHOPBELL_SETTINGS__";

    /// What draws the launcher. Every page of the shop loads these, so they are few and short; the
    /// panel's page has them all. In the order of `loader/src/settings.ts`: every page of the shop
    /// loads the values, and goes without their names.
    private static final List<String> FOR_LOADER =
            List.of(
                    "key",
                    "chat",
                    "brand",
                    "onBrand",
                    "position",
                    "offsetX",
                    "offsetY",
                    "launcher",
                    "launcherText");

    private final WebFiles files = new WebFiles("shopbell-web/widget");
    private final Stores stores;
    private final Installation installation;
    private final ObjectMapper json;

    // The built loader; read once, the same for every store.
    private volatile @Nullable String loader;

    WidgetPageResource(Stores stores, Installation installation, ObjectMapper json) {
        this.stores = stores;
        this.installation = installation;
        this.json = json;
    }

    @GET
    @Path("{key}.js")
    public Response loader(
            @PathParam("key") String key, @HeaderParam("If-None-Match") @Nullable String known) {
        String script = loader().replace(SETTINGS, loaderSettings(stores.withKey(key)));
        // Weak: compressed or not, it is the same script (RFC 9110, 8.8.1).
        EntityTag tag = new EntityTag(digest(script), true);
        boolean isKnown = known != null && known.contains('"' + tag.getValue() + '"');
        Response.ResponseBuilder answer =
                isKnown
                        ? Response.notModified()
                        : Response.ok(script).type("text/javascript;charset=UTF-8");
        return answer.tag(tag)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "public, max-age=60")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /// Only pages of the store's own origins may frame it.
    @GET
    @Path("{key}/panel")
    public Response panel(@PathParam("key") String key) {
        Store store = stores.withKey(key);
        String socket = installation.publicUrl().map(PublicUrl::socketOrigin).orElse("");
        String pictures = installation.publicUrl().map(PublicUrl::pictureSources).orElse("");
        String policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' "
                        + socket
                        + "; img-src 'self' data: blob: "
                        + pictures
                        + "; media-src 'self' blob:; font-src 'self'; base-uri 'none'; form-action 'none'"
                        + "; frame-ancestors "
                        + String.join(" ", store.origins());
        return Response.ok(files.text("panel.html").replace(SETTINGS, panelSettings(store)))
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", policy)
                .header("Cache-Control", "no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .build();
    }

    @GET
    @Path("assets/{file}")
    public Response asset(@PathParam("file") String file) {
        return files.immutable("assets/" + file);
    }

    private String loader() {
        String known = loader;
        if (known == null) {
            known = files.text("loader.js");
            loader = known;
        }
        return known;
    }

    /// JSON that is also safe as JavaScript inside a page: no `<`, no line separators.
    private String loaderSettings(Store store) {
        ObjectNode settings = json.valueToTree(WidgetSettings.of(store));
        ArrayNode values = json.createArrayNode();
        FOR_LOADER.forEach(name -> values.add(settings.get(name)));
        values.add(installation.publicUrl().map(PublicUrl::origin).orElse(""));
        return written(values)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /// JSON as the value of an attribute in double quotes.
    private String panelSettings(Store store) {
        return written(WidgetSettings.of(store))
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private String written(Object settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
