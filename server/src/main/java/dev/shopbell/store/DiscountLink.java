package dev.shopbell.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.installation.WebOrigin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The address at which a shop applies a discount code to the cart of whoever follows it, with
/// `{code}` where the code goes.
public record DiscountLink(@JsonValue String template) {

    private static final String PLACE = "{code}";
    private static final int LENGTH = 500;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DiscountLink {}

    /// Refuses what does not lead to one of the store's own origins, or has not exactly one place
    /// for a code.
    public static DiscountLink checked(String typed, List<String> origins) {
        DiscountLink link = new DiscountLink(typed.strip());
        String template = link.template();
        if (template.length() > LENGTH
                || template.indexOf(PLACE) < 0
                || template.indexOf(PLACE) != template.lastIndexOf(PLACE)
                || link.applying("CODE", origins) == null) {
            throw new RefusedException(StoreRefusal.DISCOUNT_LINK_INVALID, "link");
        }
        return link;
    }

    /// Null when the store has moved since, and the link leads to somebody else.
    public @Nullable String applying(String code, List<String> origins) {
        String address = template.replace(PLACE, URLEncoder.encode(code, StandardCharsets.UTF_8));
        return WebOrigin.parse(address)
                .map(WebOrigin::value)
                .filter(origins::contains)
                .map(_ -> address)
                .orElse(null);
    }
}
