package dev.shopbell.inbox.faq;

import dev.shopbell.message.faq.Faq;
import dev.shopbell.message.faq.FaqId;
import dev.shopbell.message.faq.FaqLanguage;
import dev.shopbell.message.faq.FaqText;
import dev.shopbell.message.faq.Faqs;
import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/// The FAQs of a store, which Inbox administrators keep.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class FaqsResource {

    private final Faqs faqs;
    private final SignedInStaff staff;

    FaqsResource(Faqs faqs, SignedInStaff staff) {
        this.faqs = faqs;
        this.staff = staff;
    }

    record FaqView(
            UUID id,
            String language,
            String question,
            String answer,
            boolean shown,
            Instant changedAt) {

        static FaqView of(Faq faq) {
            return new FaqView(
                    faq.id().value(),
                    faq.content().language().code(),
                    faq.content().question(),
                    faq.content().answer(),
                    faq.content().shown(),
                    faq.changedAt());
        }
    }

    record FaqsView(List<FaqView> faqs) {

        static FaqsView of(List<Faq> all) {
            return new FaqsView(all.stream().map(FaqView::of).toList());
        }
    }

    /// Null when it is deleted.
    record FaqAnswer(@Nullable FaqView faq) {}

    record WantedFaq(
            @Nullable String language,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Boolean shown) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record WantedFaqOrder(@Nullable List<UUID> order) {}

    @GET
    @Path("faqs")
    public FaqsView all() {
        return FaqsView.of(faqs.all(staff.member().store()));
    }

    @PUT
    @Path("faqs/{faq}")
    @Consumes(MediaType.APPLICATION_JSON)
    public FaqAnswer save(@PathParam("faq") UUID faq, @Nullable WantedFaq body) {
        WantedFaq wanted = Body.required(body, "question");
        return new FaqAnswer(
                FaqView.of(
                        faqs.save(
                                staff.member(),
                                new FaqId(faq),
                                new FaqText(
                                        new FaqLanguage(
                                                Body.required(wanted.language(), "language")),
                                        Body.required(wanted.question(), "question"),
                                        Body.required(wanted.answer(), "answer"),
                                        Body.required(wanted.shown(), "shown")))));
    }

    /// Safe to repeat.
    @DELETE
    @Path("faqs/{faq}")
    public FaqAnswer delete(@PathParam("faq") UUID faq) {
        faqs.delete(staff.member(), new FaqId(faq));
        return new FaqAnswer(null);
    }

    @PUT
    @Path("faq-order")
    @Consumes(MediaType.APPLICATION_JSON)
    public FaqsView arrange(@Nullable WantedFaqOrder body) {
        List<FaqId> order =
                Body.required(Body.required(body, "order").order(), "order").stream()
                        .map(id -> new FaqId(Body.required(id, "order")))
                        .distinct()
                        .toList();
        return FaqsView.of(faqs.arrange(staff.member(), order));
    }
}
