package dev.shopbell.app.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in the texts of one dialogue: `{word}` is one of that word's values and stays the same,
/// `{one|another}` one of its parts, `{order}` an order number; links lead to the demo's shop.
final class DemoTexts {

    private static final Pattern INNERMOST = Pattern.compile("\\{([^{}]*)}");
    private static final String SHOP = "https://hearthlow.example";
    private static final int FIRST_ORDER = 1_100;
    private static final int LAST_ORDER = 2_300;

    private final Map<String, List<String>> values;
    private final RandomGenerator random;
    private final String shopOrigin;
    private final Map<String, String> chosen = new HashMap<>();

    DemoTexts(Map<String, List<String>> values, RandomGenerator random, String shopOrigin) {
        this.values = values;
        this.random = random;
        this.shopOrigin = shopOrigin;
    }

    String fill(String text) {
        String filled = text;
        Matcher braces = INNERMOST.matcher(filled);
        while (braces.find()) {
            String choice = choose(braces.group(1));
            filled = filled.substring(0, braces.start()) + choice + filled.substring(braces.end());
            braces = INNERMOST.matcher(filled);
        }
        return filled.replace(SHOP, shopOrigin).strip();
    }

    private String choose(String inside) {
        if (inside.equals("order")) {
            return chosen.computeIfAbsent(
                    inside, _ -> Integer.toString(random.nextInt(FIRST_ORDER, LAST_ORDER)));
        }
        List<String> known = values.get(inside);
        return known == null
                ? oneOf(List.of(inside.split("\\|")))
                : chosen.computeIfAbsent(inside, _ -> oneOf(known));
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
