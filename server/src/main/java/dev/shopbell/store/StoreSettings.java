package dev.shopbell.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Everything a store can set, each with its default. Stored as JSON with only what differs; fields
/// a newer version wrote are kept out of the way, not refused.
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoreSettings(
        @Nullable Boolean chat,
        @Nullable WidgetDesign design,
        @Nullable ContactFields contact,
        @Nullable Boolean administratorsReadAssigned,
        @Nullable DiscountLink discountLink,
        @Nullable Boolean pagesVisited) {

    public static final StoreSettings DEFAULTS =
            new StoreSettings(null, null, null, null, null, null);

    /// Whether the store takes messages at all.
    public boolean chatIsOn() {
        return chat == null || chat;
    }

    public WidgetDesign designOrDefault() {
        return design == null ? WidgetDesign.DEFAULTS : design;
    }

    public ContactFields contactOrDefault() {
        return contact == null ? ContactFields.DEFAULTS : contact;
    }

    /// Whether the store wants to know which pages those open who have written.
    public boolean keepsPagesVisited() {
        return pagesVisited != null && pagesVisited;
    }

    /// The same settings, with the pages kept.
    public StoreSettings keepingPagesVisited() {
        return new StoreSettings(
                chat, design, contact, administratorsReadAssigned, discountLink, true);
    }

    /// Whether the contact form asks for something before the first message.
    public enum Asked {
        @JsonProperty("required")
        REQUIRED,
        @JsonProperty("optional")
        OPTIONAL,
        @JsonProperty("off")
        OFF
    }

    /// What the contact form asks for.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ContactFields(Asked email, Asked name) {

        static final ContactFields DEFAULTS = new ContactFields(Asked.REQUIRED, Asked.OPTIONAL);
    }
}
