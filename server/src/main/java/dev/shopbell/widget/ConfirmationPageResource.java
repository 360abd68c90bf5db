package dev.shopbell.widget;

import dev.shopbell.conversation.Confirmations;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.http.PlainPage;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Where the link in an answer's mail leads that proves an address. Looking at it shows and changes
/// nothing, because programs look at every link; pressing its button leads to the shop, where the
/// browser shows what it was given.
@Path("/confirm/{shop}/{token}")
@RunOnVirtualThread
final class ConfirmationPageResource {

    private static final PlainPage PAGE = new PlainPage("confirm.html");

    private final Stores stores;
    private final Confirmations confirmations;
    private final RateLimits limits;
    private final ClientAddress address;

    ConfirmationPageResource(
            Stores stores, Confirmations confirmations, RateLimits limits, ClientAddress address) {
        this.stores = stores;
        this.confirmations = confirmations;
        this.limits = limits;
        this.address = address;
    }

    /// The same for every link, whatever becomes of it.
    @GET
    public Response ask(@PathParam("shop") String key, @Context HttpHeaders headers) {
        return PAGE.answer(
                Response.Status.OK,
                texts(headers).ask(),
                store(key).map(Store::origins).orElse(List.of()));
    }

    @POST
    public Response press(
            @PathParam("shop") String key,
            @PathParam("token") String link,
            @Context HttpHeaders headers) {
        if (limits.tryToTake(Limit.ADDRESS_CONFIRMATIONS, address.key()).next() != null) {
            return PAGE.answer(Response.Status.TOO_MANY_REQUESTS, texts(headers).busy(), List.of());
        }
        return store(key)
                .flatMap(store -> confirmations.press(store, link))
                .map(page ->
                        Response.seeOther(URI.create(page))
                                .header("Cache-Control", "no-store")
                                .header("Referrer-Policy", "no-referrer")
                                .build())
                .orElseGet(
                        () -> PAGE.answer(Response.Status.GONE, texts(headers).over(), List.of()));
    }

    private Optional<Store> store(String key) {
        return stores.idWithKey(key).map(stores::get);
    }

    private static ConfirmationTexts texts(HttpHeaders headers) {
        return ConfirmationTexts.of(headers.getAcceptableLanguages());
    }
}
