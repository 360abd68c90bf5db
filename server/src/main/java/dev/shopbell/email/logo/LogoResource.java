package dev.shopbell.email.logo;

import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.TakesFile;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The store's logo, as Inbox administrators keep it.
@Path("/api/staff/stores/{store}/logo")
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class LogoResource {

    private static final int MOST_BYTES = 1024 * 1024;

    private final StoreLogos logos;
    private final SignedInStaff staff;
    private final RateLimits limits;

    LogoResource(StoreLogos logos, SignedInStaff staff, RateLimits limits) {
        this.logos = logos;
        this.staff = staff;
        this.limits = limits;
    }

    /// `version` is another one for other bytes.
    record LogoView(String version, int width, int height) {

        static LogoView of(StoreLogo logo) {
            return new LogoView(logo.content().value().toString(), logo.width(), logo.height());
        }
    }

    record LogoAnswer(@Nullable LogoView logo) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public LogoAnswer logo() {
        return new LogoAnswer(logos.find(staff.member().store()).map(LogoView::of).orElse(null));
    }

    @PUT
    @TakesFile(mostBytes = MOST_BYTES)
    @Produces(MediaType.APPLICATION_JSON)
    public LogoAnswer save(InputStream body) {
        limits.take(Limit.MEMBER_UPLOADS, staff.member().staff().value().toString());
        return new LogoAnswer(LogoView.of(logos.save(staff.member(), body)));
    }

    /// Safe to repeat.
    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public LogoAnswer delete() {
        logos.delete(staff.member());
        return new LogoAnswer(null);
    }

    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    public Response content(@Context HttpHeaders request) {
        return logos.show(staff.member().store(), request);
    }
}
