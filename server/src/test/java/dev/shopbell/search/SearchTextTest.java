package dev.shopbell.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.search.SearchText.Word;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Java, which marks what was found, reads words as PostgreSQL does, which finds it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SearchTextTest {

    private static final List<String> WRITTEN =
            List.of(
                    "Hello, World! anna.kowalska+shop@Example.com",
                    "don't e-mail #1043 3.50 €/zł 12abc 1e5 https://a.example/b?c=d_e",
                    "Żółw ĄĆĘŁŃÓŚŹŻ ﬁne ½ Straße Ångström İstanbul ığdır",
                    "مَرْحَبًا أهلا، كيف؟ ١٢٣ ۱۲ الطلبـــية",
                    "שָׁלוֹם Ψωμί Σίσυφος ёлка Їжак",
                    "東京タワーで が ｶﾞ 한국어 สวัสดีครับ ខ្មែរ",
                    "👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 e\u0301 \u202eevil\u202c one\n\n\ttwo\u2028three\u00A0four\u0007",
                    "“quoted” — «so» … ‹x› ™ № ²");

    @Test
    void wordsAreTheSameInJavaAndInSql() {
        List<String> texts = new ArrayList<>(WRITTEN);
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 500; round++) {
            texts.add(someText(random));
        }
        for (String text : texts) {
            String inSql = DatabaseOwner.ask("SELECT search_text(?)", text).getFirst();

            assertThat(SearchText.words(text).stream().map(Word::word))
                    .as("of %s", text)
                    .isEqualTo(List.of(inSql.strip().split("[\\s\\p{Cntrl}]+")));
        }
    }

    /// A letter before each, so that accents do not change places, and there is a word.
    private static String someText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < 40) {
            int block = random.nextInt(4);
            int sign =
                    switch (block) {
                        case 0 -> 0x20 + random.nextInt(0x60);
                        case 1 -> 0xA0 + random.nextInt(0x700);
                        case 2 -> 0xE00 + random.nextInt(0x3300);
                        default -> 0x3000 + random.nextInt(0x2000);
                    };
            if (Character.isDefined(sign)) {
                text.append('x').appendCodePoint(sign);
            }
        }
        return text.toString();
    }
}
