package dev.shopbell.widget;

import dev.shopbell.message.faq.Faq;
import dev.shopbell.message.faq.Faqs;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/// The questions on the widget's home. Public: anybody who opens the chat gets them.
@Path("/api/widget/{key}/faqs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ShopperFaqsResource {

    private final Stores stores;
    private final Faqs faqs;

    ShopperFaqsResource(Stores stores, Faqs faqs) {
        this.stores = stores;
        this.faqs = faqs;
    }

    record ShopperFaq(UUID id, String language, String question, String answer) {

        static ShopperFaq of(Faq faq) {
            return new ShopperFaq(
                    faq.id().value(),
                    faq.content().language().code(),
                    faq.content().question(),
                    faq.content().answer());
        }
    }

    record ShopperFaqs(List<ShopperFaq> faqs) {}

    /// `language` is a tag; what is none is nobody's language.
    @GET
    public ShopperFaqs faqs(
            @PathParam("key") String key,
            @QueryParam("language") @DefaultValue("") String language) {
        return new ShopperFaqs(
                faqs.shown(stores.withKey(key).id(), language).stream()
                        .map(ShopperFaq::of)
                        .toList());
    }
}
