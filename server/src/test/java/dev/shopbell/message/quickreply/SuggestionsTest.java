package dev.shopbell.message.quickreply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.faq.FaqId;
import dev.shopbell.message.faq.FaqLanguage;
import dev.shopbell.message.faq.FaqText;
import dev.shopbell.message.faq.Faqs;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which quick replies are offered for what a customer wrote, in a shop that has eight of them.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SuggestionsTest {

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject QuickReplies quickReplies;
    @Inject Faqs faqs;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn lena;
    private StaffBrowser priya;
    private ShopperBrowser anna;

    @BeforeEach
    void aShopWithQuickReplies() {
        store = given.store();
        lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        priya = new StaffBrowser(server, given.agent(store));
        anna = new ShopperBrowser(server, store, given.secret());
        have("Where is my order", "where", "Let me check that for you. Your order left us on");
        have(
                "Damaged on arrival",
                "replace",
                "I am sorry about that, {customer.first_name}. A new one leaves tomorrow.");
        have("How to return", "return", "You have 30 days. Print the label in your e-mail.");
        have("Dishwasher and oven", "care", "Every piece is safe in the dishwasher and the oven.");
        have("Delivery times", "ship", "We pack every weekday. In the EU it takes 2 to 4 days.");
        have("Refund is on its way", "refund", "Your refund was sent today.");
        have("Gift wrapping", "gift", "We wrap in plain brown paper and add a written card.");
        have("Wysyłka za granicę", "abroad", "Wysyłamy do całej Europy.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi, where is my order? I bought it two weeks ago      | Where is my order",
                "ORDERS!                                               | Where is my order",
                "The bowl arrived damaged                              | Damaged on arrival",
                "Can I put the mugs in the dishwasher please           | Dishwasher and oven",
                "I want to return two plates                           | How to return",
                "I was returning them yesterday                        | How to return",
                "Could you wrap it in brown paper?                     | Gift wrapping",
                "When will the delivery come                           | Delivery times",
                "Do you do deliveries on Saturday?                     | Delivery times",
                "Czy wysylka do Niemiec jest mozliwa?                  | Wysyłka za granicę"
            })
    void whatFitsIsOffered(String message, String title) {
        anna.write(message);

        assertThat(titles()).startsWith(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you so much!",
                "Hello",
                "Perfect, thanks",
                "Yes please, that would be great",
                "ok",
                "👍",
                "2 4 30",
                "It is on the way to me",
                "I talked to my sister about her weekday routine and she found it funny",
                "customer first name",
                "!!! ??? :* & | <->",
                "'; DROP TABLE quick_reply; --"
            })
    void nothingSillyIsOffered(String message) {
        anna.write(message);

        assertThat(titles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "你好，请问我的订单到哪里了？     | 查询订单     | [\"订单\"]",
                "這個杯子可以退貨嗎               | 如何退貨     | [\"退貨\"]",
                "お皿は食洗機で洗えますか？       | 食洗機について | [\"食洗機\"]",
                "ﾗｯﾋﾟﾝｸﾞしてもらえますか            | ラッピング    | [\"ラッピング\"]",
                "อยากคืนสินค้าค่ะ                 | วิธีคืนสินค้า  | [\"คืนสินค้า\"]"
            })
    void wordsAreFoundWhereNothingStandsBetweenThem(String message, String title, String matched) {
        ask("查询订单", "请在邮件里点开查询链接。");
        ask("如何退貨", "三十天內可以退貨。");
        ask("食洗機について", "すべて食洗機で洗えます。");
        ask("ラッピング", "無料で包みます。");
        ask("วิธีคืนสินค้า", "คืนได้ภายในสามสิบวัน");
        anna.write(message);

        JsonNode best = priya.suggestions(anna.conversation()).at("/suggestions/0");

        assertThat(best.get("title").asText()).isEqualTo(title);
        assertThat(best.get("matched").toString())
                .isEqualTo(Normalizer.normalize(matched, Normalizer.Form.NFKC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好，谢谢你！",
                "请问现在有没有人在？",
                "ありがとうございます",
                "今日は質問があります",
                "สวัสดีค่ะ",
                "ขอบคุณมากครับ",
                "今天天气很好"
            })
    void politenessIsNoReasonInAnyScript(String message) {
        ask("请问有优惠吗", "今天有优惠，谢谢。");
        ask("今日届きますか", "今日は届きません。質問はこちらへ。");
        ask("สวัสดีครับ", "ขอบคุณค่ะ");
        anna.write(message);

        assertThat(titles()).isEmpty();
    }

    @Test
    void whatShoppersReadIsOfferedTooAndWhatTheyDoNotIsNot() {
        ask("Do you sell seconds?", "Twice a year, in January and in July.");
        faqs.save(
                lena.member(),
                new FaqId(UUID.randomUUID()),
                new FaqText(new FaqLanguage("en"), "Are seconds cheaper?", "Yes", false));
        anna.write("When can I buy seconds");

        JsonNode found = priya.suggestions(anna.conversation()).get("suggestions");

        assertThat(found).hasSize(1);
        assertThat(found.at("/0/kind").asText()).isEqualTo("faq");
        assertThat(found.at("/0/title").asText()).isEqualTo("Do you sell seconds?");
        assertThat(found.at("/0/text").asText()).startsWith("Twice a year");
    }

    @Test
    void itIsSaidWhatMatchedAndForWhichMessage() {
        anna.write("Hello there");
        anna.write("My order arrived DAMAGED");

        JsonNode found = priya.suggestions(anna.conversation());

        assertThat(found.get("seq").asLong()).isEqualTo(2);
        assertThat(found.at("/suggestions/0/title").asText()).isEqualTo("Damaged on arrival");
        assertThat(found.at("/suggestions/0/matched").toString())
                .isEqualTo("[\"arrived\",\"damaged\"]");
        assertThat(found.at("/suggestions/0/kind").asText()).isEqualTo("quick_reply");
        assertThat(found.get("suggestions").size()).isLessThanOrEqualTo(3);
    }

    @Test
    void amongEqualsTheOneIUseIsFirst() {
        QuickReplyId first = have("Candles one", "candle-1", "x");
        QuickReplyId second = have("Candles two", "candle-2", "y");
        anna.write("About the candles");
        assertThat(titles()).containsExactly("Candles one", "Candles two");

        quickReplies.use(priya.member(), second, new MessageId(UUID.randomUUID()));
        assertThat(titles()).containsExactly("Candles two", "Candles one");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void aWordThatEveryQuickReplyHasTellsNothing() {
        for (int n = 0; n < 12; n++) {
            have("Hearthlow " + n, "shop-" + n, "Hearthlow makes pottery");
        }
        anna.write("Is this Hearthlow");

        assertThat(titles()).isEmpty();
    }

    @Test
    void aNoteOfStaffIsNoMessageOfTheCustomer() {
        anna.write("Good morning!");
        priya.note(anna.conversation(), "Is about a refund");

        assertThat(titles()).isEmpty();
    }

    @Test
    void aMessageOfTenThousandCharactersIsAnswered() {
        anna.write("where order ".repeat(830));

        assertThat(titles()).startsWith("Where is my order");
    }

    @Test
    void ofAHiddenConversationNothingIsSaid() {
        anna.write("Where is my order");
        deeds.assign(store, anna.conversation(), lena.staff().id(), lena.staff().id());

        assertThat(priya.askForSuggestions(anna.conversation()).status()).isEqualTo(404);
    }

    private QuickReplyId have(String title, String shortcut, String text) {
        QuickReplyId id = new QuickReplyId(UUID.randomUUID());
        quickReplies.save(lena.member(), id, new QuickReplyText(title, shortcut, text));
        return id;
    }

    private void ask(String question, String answer) {
        faqs.save(
                lena.member(),
                new FaqId(UUID.randomUUID()),
                new FaqText(new FaqLanguage("en"), question, answer, true));
    }

    private List<String> titles() {
        return priya.suggestions(anna.conversation())
                .get("suggestions")
                .valueStream()
                .map(each -> each.get("title").asText())
                .toList();
    }
}
