package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.commerce.OrderLink;
import dev.shopbell.message.card.Card;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.platform.text.EmailAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Products, discount codes and orders in a mail.
class CardsByEmailTest {

    private static final Card BOWL =
            new Card.OfProduct(
                    "p-1",
                    "Bowl <b>\"ash\"</b>",
                    "https://shop.example/?a=1&b=\"><script>",
                    "https://cdn.example/1.png",
                    13_200,
                    14_400L,
                    "EUR",
                    true);
    private static final Card MUG =
            new Card.OfProduct(
                    "p-2", "Mug", null, "http://cdn.example/1.png", 1_900, 1_000L, "JPY", false);
    private static final Card CODE =
            new Card.OfDiscount("BOWL10", "10 % off", "https://shop.example/discount/BOWL10");
    private static final OrderLink OWN = new OrderLink("#1002", "https://shop.example/o/1", true);
    private static final OrderLink BY_HAND = new OrderLink("#3", "https://shop.example/o/3", false);

    @Test
    void aProductHasItsPictureItsPricesAndItsLink() {
        Letter mail = mail("en", List.of(BOWL), List.of(), true);

        assertThat(mail.html())
                .contains("src=\"https://cdn.example/1.png\"", "€132.00", "€144.00</s>")
                .contains("View product")
                .contains("Bowl &lt;b&gt;&quot;ash&quot;&lt;/b&gt;")
                .contains("href=\"https://shop.example/?a=1&amp;b=&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script>", "<b>");
        assertThat(mail.text())
                .contains("Bowl <b>\"ash\"</b>\n€132.00\nView product: https://shop.example/?a=1");
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        Letter mail = mail("en", List.of(MUG), List.of(), true);

        assertThat(mail.html())
                .contains("¥1,900", "Sold out")
                .doesNotContain("</s>", "http://", "View product", "<img");
    }

    @Test
    void aCodeCanBeReadAndFollowed() {
        Letter mail = mail("ar", List.of(CODE), List.of(), true);

        assertThat(mail.html())
                .contains("<bdi>BOWL10</bdi>", "رمز الخصم", "10 % off")
                .contains("href=\"https://shop.example/discount/BOWL10\">استخدام الرمز");
        assertThat(mail.text()).contains("رمز الخصم: BOWL10");
    }

    @Test
    void anOrderIsALinkOnlyForWhoeverSurelyPlacedItAndReadsThis() {
        List<OrderLink> both = List.of(OWN, BY_HAND);

        assertThat(mail("en", List.of(), both, true).html())
                .contains("href=\"https://shop.example/o/1\"")
                .doesNotContain("/o/3");
        assertThat(mail("en", List.of(), both, false).html()).doesNotContain("/o/");
    }

    private static Letter mail(
            String language, List<Card> cards, List<OrderLink> orders, boolean isProven) {
        ReplyTexts texts = ReplyTexts.in(language);
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("author", "Priya");
        answer.put("lines", List.of());
        answer.put("files", List.of());
        answer.put("attached", "");
        answer.put("cards", ReplyCards.of(texts, cards));
        answer.put("orders", ReplyCards.ordersOf(texts, orders, isProven));
        Map<String, @Nullable Object> words = new HashMap<>();
        for (String word :
                List.of(
                        "language",
                        "direction",
                        "subject",
                        "store",
                        "initial",
                        "brand",
                        "onBrand",
                        "accent",
                        "accentDark",
                        "yourWords",
                        "howToAnswer",
                        "openChat",
                        "why")) {
            words.put(word, "");
        }
        words.put("missing", null);
        words.put("confirmation", null);
        words.put("quoted", null);
        words.put("shop", null);
        words.put("answers", List.of(answer));
        return new LetterTemplates("reply")
                .letter(
                        EmailAddress.parse("anna@example.com").orElseThrow(),
                        "",
                        language,
                        words,
                        null);
    }
}
