package dev.shopbell.inbox.profile;

import dev.shopbell.browsing.PageVisit;
import dev.shopbell.browsing.PagesVisited;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages of the shop that those open who have written, and whether the store wants to know.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class PagesVisitedResource {

    private final PagesVisited pages;
    private final SignedInStaff staff;

    PagesVisitedResource(PagesVisited pages, SignedInStaff staff) {
        this.pages = pages;
        this.staff = staff;
    }

    record VisitView(String url, @Nullable String title, Instant at) {

        static VisitView of(PageVisit visit) {
            return new VisitView(visit.page().url(), visit.page().title(), visit.at());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /// Newest first; null where the store does not want to know.
    record PagesVisitedView(@Nullable List<VisitView> pages) {}

    record PagesVisitedSetting(@Nullable Boolean pagesVisited) {}

    @GET
    @Path("conversations/{conversation}/profile/pages")
    @Requires(Permission.CONVERSATION_MANAGEMENT)
    public PagesVisitedView visits(@PathParam("conversation") UUID conversation) {
        return new PagesVisitedView(
                pages.of(staff.member(), new ConversationId(conversation))
                        .map(visits -> visits.stream().map(VisitView::of).toList())
                        .orElse(null));
    }

    @GET
    @Path("settings/pages-visited")
    @Requires(Permission.INBOX_ADMINISTRATION)
    public PagesVisitedSetting setting() {
        return new PagesVisitedSetting(pages.isOn(staff.member()));
    }

    /// Switched off, what was kept is gone.
    @PUT
    @Path("settings/pages-visited")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.INBOX_ADMINISTRATION)
    public PagesVisitedSetting change(@Nullable PagesVisitedSetting body) {
        String field = "pagesVisited";
        boolean wanted = Body.required(Body.required(body, field).pagesVisited(), field);
        pages.keep(staff.member(), wanted);
        return new PagesVisitedSetting(wanted);
    }
}
