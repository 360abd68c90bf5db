package dev.shopbell.inbox.card;

import dev.shopbell.message.card.DiscountLinks;
import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.store.DiscountLink;
import dev.shopbell.store.Store;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the store's discount codes are applied to a cart.
@Path("/api/staff/stores/{store}/settings/discount-link")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class DiscountLinkResource {

    private final DiscountLinks links;
    private final SignedInStaff staff;

    DiscountLinkResource(DiscountLinks links, SignedInStaff staff) {
        this.links = links;
        this.staff = staff;
    }

    /// `origins` is where it may lead.
    record DiscountLinkView(@Nullable String link, List<String> origins) {

        static DiscountLinkView of(Store store) {
            DiscountLink link = store.settings().discountLink();
            return new DiscountLinkView(link == null ? null : link.template(), store.origins());
        }
    }

    /// A blank one takes it away.
    record NewDiscountLink(@Nullable String link) {}

    @GET
    public DiscountLinkView read() {
        return DiscountLinkView.of(links.of(staff.member()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public DiscountLinkView change(@Nullable NewDiscountLink body) {
        String link = Body.required(Body.required(body, "link").link(), "link");
        return DiscountLinkView.of(links.change(staff.member(), link));
    }
}
