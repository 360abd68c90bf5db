package dev.shopbell.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/// Looks at HTML as a browser would read it and names whatever could run, fetch or send something.
final class Harmless {

    private static final Set<String> HARMFUL =
            Set.of(
                    "script",
                    "style",
                    "link",
                    "iframe",
                    "frame",
                    "object",
                    "embed",
                    "form",
                    "input",
                    "button",
                    "textarea",
                    "select",
                    "img",
                    "picture",
                    "source",
                    "video",
                    "audio",
                    "svg",
                    "math",
                    "base",
                    "meta",
                    "noscript",
                    "template",
                    "title",
                    "xmp",
                    "plaintext",
                    "noembed",
                    "noframes",
                    "applet",
                    "portal",
                    "animate",
                    "set",
                    "image",
                    "map",
                    "area");
    private static final Set<String> SCHEMES = Set.of("http:", "https:", "mailto:", "tel:");

    private Harmless() {}

    static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            if (HARMFUL.contains(element.normalName())) {
                faults.add("element " + element.normalName());
            }
            for (Attribute attribute : element.attributes()) {
                check(attribute, faults);
            }
        }
        return faults;
    }

    private static void check(Attribute attribute, List<String> faults) {
        String value = attribute.getValue().toLowerCase(Locale.ROOT);
        switch (attribute.getKey()) {
            case "href" -> {
                if (SCHEMES.stream().noneMatch(value::startsWith)) {
                    faults.add("link " + value);
                }
            }
            case "style" -> {
                if (value.matches(
                        "(?s).*(?:url|expression|import|behaviou?r|position|@|\\\\|javascript).*")) {
                    faults.add("style " + value);
                }
            }
            case "target",
                    "rel",
                    "dir",
                    "lang",
                    "title",
                    "align",
                    "valign",
                    "bgcolor",
                    "width",
                    "height",
                    "colspan",
                    "rowspan",
                    "border",
                    "cellpadding",
                    "cellspacing",
                    "color",
                    "face",
                    "size" -> {}
            default -> faults.add("attribute " + attribute.getKey());
        }
    }
}
