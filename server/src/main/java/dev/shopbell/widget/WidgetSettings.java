package dev.shopbell.widget;

import dev.shopbell.store.Colour;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreSettings;
import dev.shopbell.store.StoreSettings.Asked;
import dev.shopbell.store.WidgetDesign;
import org.jspecify.annotations.Nullable;

/// What loader and panel need to know of a store. Public: anybody who opens the shop gets it.
/// Colours are `#RRGGBB`; `brandUi` and `brandUiDark` are the brand colour made readable on the
/// panel's light and dark background; texts that are null are the default ones. `pagesVisited` is
/// whether the panel tells which pages those open who have written.
public record WidgetSettings(
        String store,
        String key,
        boolean chat,
        Colour brand,
        Colour onBrand,
        Colour brandUi,
        Colour brandUiDark,
        WidgetDesign.Side position,
        int offsetX,
        int offsetY,
        WidgetDesign.Launcher launcher,
        @Nullable String launcherText,
        @Nullable String greeting,
        Asked email,
        Asked name,
        boolean pagesVisited) {

    private static final Colour LIGHT_PANEL = new Colour("#FFFFFF"); // --w-bg in tokens.css
    private static final Colour DARK_PANEL = new Colour("#171716");

    static WidgetSettings of(Store store) {
        StoreSettings settings = store.settings();
        WidgetDesign design = settings.designOrDefault();
        return new WidgetSettings(
                store.name(),
                store.key(),
                settings.chatIsOn(),
                design.brand(),
                design.brand().textOn(),
                design.brand().readableOn(LIGHT_PANEL),
                design.brand().readableOn(DARK_PANEL),
                design.position(),
                design.offsetX(),
                design.offsetY(),
                design.launcher(),
                design.launcherText(),
                design.greeting(),
                settings.contactOrDefault().email(),
                settings.contactOrDefault().name(),
                settings.keepsPagesVisited());
    }
}
