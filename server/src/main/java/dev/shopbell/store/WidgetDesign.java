package dev.shopbell.store;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// How the widget looks. Offsets are CSS pixels from the window's edges; texts that are `null` are
/// the default ones in the visitor's language.
@JsonIgnoreProperties(ignoreUnknown = true)
public record WidgetDesign(
        Colour brand,
        Side position,
        int offsetX,
        int offsetY,
        Launcher launcher,
        @Nullable String launcherText,
        @Nullable String greeting) {

    static final WidgetDesign DEFAULTS =
            new WidgetDesign(new Colour("#2F4A3E"), Side.END, 24, 24, Launcher.ICON, null, null);

    /// Which side of the page: `end` is right where text runs left to right.
    public enum Side {
        @JsonProperty("start")
        START,
        @JsonProperty("end")
        END
    }

    /// What the launcher shows.
    public enum Launcher {
        @JsonProperty("icon")
        ICON,
        @JsonProperty("icon_text")
        ICON_TEXT,
        @JsonProperty("text")
        TEXT
    }
}
