package dev.shopbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.shopbell.attachment.AttachmentAnswer;
import dev.shopbell.inbox.InboxSnapshot;
import dev.shopbell.inbox.Me;
import dev.shopbell.inbox.StaffMessageView;
import dev.shopbell.inbox.StoreView;
import dev.shopbell.platform.http.Problem;
import dev.shopbell.realtime.FrameKinds;
import dev.shopbell.realtime.ServerFrame;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.SampleFile;
import dev.shopbell.widget.ShopperThread;
import dev.shopbell.widget.WidgetSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The server reads and writes exactly what is in `protocol/samples`. The web apps prove the same
/// of their decoders.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SamplesTest {

    private static final Class<?> CLIENT_FRAME = hidden("realtime.ClientFrame");

    /// What each sample is one of; frames by the end of their name's first words.
    private static final Map<String, Class<?>> OWN =
            Map.ofEntries(
                    Map.entry("problem", Problem.class),
                    Map.entry("problem-without-field", Problem.class),
                    Map.entry("frame-pong", CLIENT_FRAME),
                    Map.entry("staff-frame-hello", CLIENT_FRAME),
                    Map.entry("staff-frame-says-typing", CLIENT_FRAME),
                    Map.entry("staff-frame-says-viewing", CLIENT_FRAME),
                    Map.entry("shopper-frame-says-typing", CLIENT_FRAME),
                    Map.entry("shopper-frame-hello", CLIENT_FRAME),
                    Map.entry("request-sign-in", hidden("inbox.SessionResource$Credentials")),
                    Map.entry("request-setup", hidden("app.setup.SetUpResource$Wanted")),
                    Map.entry("request-staff-message", hidden("inbox.ThreadResource$NewMessage")),
                    Map.entry("request-staff-note", hidden("inbox.ThreadResource$NewMessage")),
                    Map.entry("request-staff-draft", hidden("inbox.DraftResource$NewDraft")),
                    Map.entry("request-staff-read", hidden("inbox.ThreadResource$Read")),
                    Map.entry(
                            "request-shopper-message", hidden("widget.ShopperResource$NewMessage")),
                    Map.entry(
                            "request-shopper-receipts",
                            hidden("widget.ShopperResource$ReceiptsBody")),
                    Map.entry("attachment", AttachmentAnswer.class),
                    Map.entry("request-staff-alt", hidden("inbox.AttachmentResource$NewAlt")),
                    Map.entry("staff-me", Me.class),
                    Map.entry("staff-store", StoreView.class),
                    Map.entry("staff-inbox", InboxSnapshot.class),
                    Map.entry("staff-conversations", hidden("inbox.InboxResource$Page")),
                    Map.entry("staff-search", hidden("inbox.SearchResource$HitPage")),
                    Map.entry("staff-thread", hidden("inbox.ThreadResource$ThreadView")),
                    Map.entry("staff-thread-email", hidden("inbox.ThreadResource$ThreadView")),
                    Map.entry("staff-posted", hidden("inbox.ThreadResource$PostedView")),
                    Map.entry("staff-draft-none", hidden("inbox.DraftResource$DraftAnswer")),
                    Map.entry("staff-draft", hidden("inbox.DraftResource$DraftAnswer")),
                    Map.entry("staff-read", hidden("inbox.ThreadResource$ReadView")),
                    Map.entry("problem-assigned-meanwhile", Problem.class),
                    Map.entry("request-staff-status", hidden("inbox.HandlingResource$NewStatus")),
                    Map.entry(
                            "request-staff-assignee", hidden("inbox.HandlingResource$NewAssignee")),
                    Map.entry("request-staff-block", hidden("inbox.HandlingResource$NewBlock")),
                    Map.entry("request-staff-labels", hidden("inbox.HandlingResource$NewLabels")),
                    Map.entry("request-staff-bulk", hidden("inbox.BulkResource$Bulk")),
                    Map.entry(
                            "request-staff-access",
                            hidden("inbox.AdministrationResource$AccessView")),
                    Map.entry("staff-handled", hidden("inbox.HandlingResource$HandledView")),
                    Map.entry("staff-assigned-away", hidden("inbox.HandlingResource$AssignedView")),
                    Map.entry("staff-colleagues", hidden("inbox.TeamResource$ColleaguesView")),
                    Map.entry("staff-labels", hidden("inbox.TeamResource$LabelsView")),
                    Map.entry(
                            "staff-email-standing",
                            hidden("email.outbound.EmailStandingResource$EmailStanding")),
                    Map.entry("staff-today", hidden("inbox.InboxResource$TodayView")),
                    Map.entry("staff-bulk", hidden("inbox.BulkResource$BulkView")),
                    Map.entry(
                            "staff-assigned", hidden("inbox.AdministrationResource$AssignedPage")),
                    Map.entry("staff-audit", hidden("inbox.AdministrationResource$AuditPage")),
                    Map.entry("staff-access", hidden("inbox.AdministrationResource$AccessView")),
                    Map.entry("staff-changes", ServerFrame.class),
                    Map.entry("staff-setup", hidden("app.setup.SetUpResource$Made")),
                    Map.entry("staff-setup-open", hidden("app.setup.SetUpResource$State")),
                    Map.entry("shopper-conversation", ShopperThread.class),
                    Map.entry("shopper-posted", hidden("widget.ShopperResource$PostedView")),
                    Map.entry(
                            "shopper-receipts", hidden("widget.ShopperResource$ConversationBody")),
                    Map.entry("widget-settings", WidgetSettings.class));

    private static final Map<String, Class<?>> SHAPES =
            Stream.of(
                            OWN,
                            CardShapes.all(),
                            EmailShapes.all(),
                            BrowsingShapes.all(),
                            FaqShapes.all(),
                            HistoryRoutes.shapes(),
                            IntegrationShapes.all(),
                            NotificationShapes.all(),
                            OriginRoutes.shapes(),
                            ProfileShapes.all(),
                            QuickReplyShapes.all(),
                            TeamShapes.all(),
                            WebhookShapes.all())
                    .flatMap(shapes -> shapes.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @Inject ObjectMapper json;

    @Test
    void whatTheServerReadItWritesTheSame() {
        SoftAssertions all = new SoftAssertions();
        samples()
                .forEach((name, sample) ->
                        all.assertThatCode(() ->
                                        assertThat(throughTheServer(name, sample))
                                                .isEqualTo(sample))
                                .as(name)
                                .doesNotThrowAnyException());
        all.assertAll();
    }

    @Test
    void everyShapeHasItsSample() {
        assertThat(samples().keySet()).containsAll(SHAPES.keySet());
    }

    @Test
    void everyFrameHasASample() {
        Set<String> sampled =
                samples().values().stream()
                        .map(sample -> sample.path("type").asText())
                        .collect(Collectors.toSet());

        assertThat(FrameKinds.ofServer()).isNotEmpty().isSubsetOf(sampled);
        assertThat(FrameKinds.ofClient()).isNotEmpty().isSubsetOf(sampled);
    }

    private JsonNode throughTheServer(String name, JsonNode sample) throws JsonProcessingException {
        ObjectMapper mapper = json.copy().addMixIn(StaffMessageView.class, RawEvent.class);
        Class<?> shape = shapeOf(name);
        if (name.startsWith("request-") || shape.equals(CLIENT_FRAME)) {
            // The server never writes these: what a client leaves out is null here.
            mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        }
        Object read = mapper.readValue(sample.toString(), shape);
        return mapper.readTree(mapper.writerFor(shape).writeValueAsString(read));
    }

    private static Class<?> shapeOf(String name) {
        Class<?> shape = SHAPES.get(name);
        if (shape == null && name.matches("((staff|shopper)-)?frame-.*")) {
            return ServerFrame.class;
        }
        assertThat(shape).as("what is %s.json a sample of?", name).isNotNull();
        return shape;
    }

    private static Map<String, JsonNode> samples() {
        Map<String, JsonNode> samples = new TreeMap<>();
        for (Path file : SampleFile.in(SampleFile.WRITTEN)) {
            samples.put(SampleFile.name(file), SampleFile.read(file));
        }
        return samples;
    }

    /// A class that only its own package may name.
    static Class<?> hidden(String name) {
        try {
            return Class.forName("dev.shopbell." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("a shape of the protocol has another name now", e);
        }
    }

    /// What the server answers with.
    static Set<Class<?>> answers() {
        return SHAPES.entrySet().stream()
                .filter(shape -> !shape.getKey().startsWith("request-"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /// The server only ever writes events and how mail came, as the JSON they are stored as.
    interface RawEvent {

        @JsonDeserialize(using = RawJson.class)
        @Nullable String event();

        @JsonDeserialize(using = RawJson.class)
        @Nullable String email();
    }

    private static final class RawJson extends StdDeserializer<String> {

        RawJson() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return context.readTree(parser).toString();
        }
    }
}
