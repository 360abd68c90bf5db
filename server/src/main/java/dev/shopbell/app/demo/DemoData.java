package dev.shopbell.app.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The texts of the demo, from `resources/demo`, whose README says what they mean: invented people
/// and what they say.
@Singleton
final class DemoData {

    private final ObjectMapper json;

    DemoData(ObjectMapper json) {
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            @Nullable String name, @Nullable String email, String language, String timeZone) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record StaffPerson(String name, String email, String role) {}

    /// Written for one person when `person` (an index) is there, else for whoever speaks the
    /// language.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Dialogue(
            String language,
            String label,
            boolean resolved,
            @Nullable Integer person,
            @Nullable Long minutesAgo,
            @Nullable String assignee,
            @Nullable Boolean unread,
            List<Turn> turns) {}

    /// `from` is `customer`, `staff` or `note`; `by` the e-mail address of a staff member,
    /// `product` the id of one that goes with it.
    record Turn(
            String from,
            @Nullable String by,
            String text,
            @Nullable String product,
            long minutesLater) {}

    /// A piece of the very long conversation: `repeat` is `once` or `often`, `after` the piece that
    /// must have come before.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Exchange(String id, String repeat, @Nullable String after, List<Turn> turns) {

        boolean isOnce() {
            return repeat.equals("once");
        }
    }

    record LongThread(
            Person customer, Map<String, List<String>> values, List<Exchange> exchanges) {}

    record PreparedReply(String title, String shortcut, String text, int uses) {}

    record Question(String language, String question, String answer, boolean shown) {}

    private record Dialogues(List<Dialogue> dialogues) {}

    List<Person> people() {
        return read("people.json", new TypeReference<>() {});
    }

    List<StaffPerson> staff() {
        return read("staff.json", new TypeReference<>() {});
    }

    List<PreparedReply> quickReplies() {
        return read("quick-replies.json", new TypeReference<>() {});
    }

    List<Question> faqs() {
        return read("faqs.json", new TypeReference<>() {});
    }

    List<DemoShopper> shoppers() {
        return read("shoppers.json", new TypeReference<>() {});
    }

    List<Dialogue> dialogues() {
        return read("dialogues.json", new TypeReference<Dialogues>() {}).dialogues();
    }

    List<DemoCustomerSql.Known> shopCustomers() {
        return read("shop-customers.json", new TypeReference<>() {});
    }

    /// As it is stored.
    String written(JsonNode value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    LongThread longThread() {
        return read("long-thread.json", new TypeReference<>() {});
    }

    private <T> T read(String name, TypeReference<T> type) {
        try (InputStream file = DemoData.class.getResourceAsStream("/demo/" + name)) {
            return json.readValue(Objects.requireNonNull(file, name), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
