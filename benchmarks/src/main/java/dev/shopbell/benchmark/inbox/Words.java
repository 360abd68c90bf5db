package dev.shopbell.benchmark.inbox;

import java.util.SplittableRandom;

/// What people write: short sentences of words that are as unevenly used as those of a language,
/// the same for the same number each time. Three words are planted that often, so that it is known
/// how rare they are.
final class Words {

    static final String RARE = "quokka";
    static final String SELDOM = "umbrella";
    static final String COMMON = "order";

    private static final int RARE_EVERY = 700_000;
    private static final int SELDOM_EVERY = 5_000;
    private static final int COMMON_EVERY = 5;
    private static final int VOCABULARY = 20_000;
    private static final String[] SYLLABLES = {
        "ba", "co", "den", "el", "fi", "gor", "ha", "il", "jo", "ka", "lem", "mi", "no", "os",
                "pra",
        "que", "ri", "sta", "tur", "ul", "vo", "wen", "xi", "ya", "zu", "ther", "ing", "an", "er",
                "ou"
    };

    private final String[] vocabulary = new String[VOCABULARY];

    Words() {
        SplittableRandom random = new SplittableRandom(7);
        for (int word = 0; word < VOCABULARY; word++) {
            StringBuilder spelled = new StringBuilder();
            int syllables = 1 + random.nextInt(2) + (word > 200 ? 1 : 0);
            for (int syllable = 0; syllable < syllables; syllable++) {
                spelled.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            vocabulary[word] = spelled.toString();
        }
    }

    String message(long number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder(100);
        int length = 5 + random.nextInt(15);
        for (int word = 0; word < length; word++) {
            text.append(text.isEmpty() ? "" : " ").append(oneOf(random));
        }
        if (number % RARE_EVERY == RARE_EVERY / 2) {
            text.append(' ').append(RARE);
        }
        if (number % SELDOM_EVERY == 0) {
            text.append(' ').append(SELDOM);
        }
        if (random.nextInt(COMMON_EVERY) == 0) {
            text.append(' ').append(COMMON);
        }
        return text.append('.').toString();
    }

    /// Nobody but one customer has this name.
    static String name(int customer) {
        return "Anna " + spelled(customer);
    }

    static String email(int customer) {
        return "anna." + spelled(customer) + "@example.com";
    }

    /// The n-th word is used about 1/n as often as the first.
    private String oneOf(SplittableRandom random) {
        return vocabulary[(int) Math.pow(VOCABULARY, random.nextDouble()) - 1];
    }

    private static String spelled(int number) {
        StringBuilder spelled = new StringBuilder();
        for (int rest = number + 30 * 30; rest > 0; rest /= SYLLABLES.length) {
            spelled.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return spelled.toString();
    }
}
