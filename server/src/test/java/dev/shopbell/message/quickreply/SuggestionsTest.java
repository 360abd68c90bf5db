package dev.shopbell.message.quickreply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.message.MessageId;
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

    private List<String> titles() {
        return priya.suggestions(anna.conversation())
                .get("suggestions")
                .valueStream()
                .map(each -> each.get("title").asText())
                .toList();
    }
}
