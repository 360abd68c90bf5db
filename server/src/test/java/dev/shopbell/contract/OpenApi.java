package dev.shopbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.platform.http.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The contract from what the generator reads off the resources: with names people know, who is let
/// in, and every refusal with its codes.
final class OpenApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final String PROBLEM = "application/problem+json";

    /// Of every route: a fault of ours, and a server that cannot answer now.
    private static final Map<Integer, Set<String>> OURS =
            Map.of(500, Set.of("internal"), 503, Set.of("overloaded", "unavailable"));

    private static final Set<Integer> COME_BACK_LATER = Set.of(429, 503);

    /// In paths; the others are UUIDs or numbers.
    private static final Set<String> TEXTS = Set.of("key", "file", "customer", "product", "order");

    private static final Set<String> NUMBERS = Set.of("seq", "from");

    private final ObjectNode generated;

    /// The names of the protocol's page; those of whole bodies are told by their routes.
    private final Map<String, String> names =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("Saved", "SavedEmailSettings"),
                            Map.entry("Server", "StoreMailServer"),
                            Map.entry("Earlier", "EarlierEmailSettings"),
                            Map.entry("InstallationView", "InstallationMail"),
                            Map.entry("WantedServer", "MailServerDraft"),
                            Map.entry("CheckView", "EmailCheck"),
                            Map.entry("LogoView", "StoreLogo"),
                            Map.entry("StepResult", "EmailCheckStep"),
                            Map.entry("QuickReplyView", "QuickReply"),
                            Map.entry("FaqView", "Faq"),
                            Map.entry("ApiKeyView", "ApiKey"),
                            Map.entry("ApiConversationView", "ApiConversation"),
                            Map.entry("ApiMessageView", "ApiMessage"),
                            Map.entry("NewApiMessage", "ApiMessageDraft"),
                            Map.entry("ApiAttachmentView", "ApiAttachment"),
                            Map.entry("WriterView", "ApiWriter"),
                            Map.entry("WebhookView", "Webhook"),
                            Map.entry("DeliveryView", "WebhookDelivery"),
                            Map.entry("KeyView", "OwnApiKey"),
                            Map.entry("ShopCustomerView", "ShopCustomer"),
                            Map.entry("ProductView", "Product"),
                            Map.entry("OrderView", "Order"),
                            Map.entry("ShopCartView", "ShopCart"),
                            Map.entry("CartView", "Cart"),
                            Map.entry("PageView", "SeenPage"),
                            Map.entry("NewPage", "PageDraft"),
                            Map.entry("DataImportView", "DataImport"),
                            Map.entry("ImportMistake", "LineMistake"),
                            Map.entry("PictureView", "QuickReplyPicture"),
                            Map.entry("SuggestionView", "Suggestion"),
                            Map.entry("Mistake", "ImportMistake"),
                            Map.entry("QuietHoursView", "QuietHours"),
                            Map.entry("WantedQuietHours", "QuietHoursDraft"),
                            Map.entry("TopicsView", "NotificationTopics"),
                            Map.entry("WantedTopics", "NotificationTopicsDraft"),
                            Map.entry("WantedKeys", "PushKeysDraft"),
                            Map.entry("RoleView", "Role"),
                            Map.entry("MemberView", "TeamMember"),
                            Map.entry("InvitationView", "Invitation"),
                            Map.entry("SessionView", "OwnSession"),
                            Map.entry("StaffMessageView", "StaffMessage"),
                            Map.entry("NewCard", "CardDraft"),
                            Map.entry("DraftView", "Draft"),
                            Map.entry("CustomerView", "Customer"),
                            Map.entry("PreviewView", "Preview"),
                            Map.entry("StaffView", "StaffName"),
                            Map.entry("ProfileView", "Profile"),
                            Map.entry("WhoWritesView", "Writer"),
                            Map.entry("LinkView", "CustomerLink"),
                            Map.entry("By", "LinkedBy"),
                            Map.entry("LinkedCustomerView", "LinkedCustomer"),
                            Map.entry("PossibleMatchesView", "PossibleMatches"),
                            Map.entry("Match", "PossibleMatch"),
                            Map.entry("StaffNoteView", "StaffNote"),
                            Map.entry("Place", "Membership"),
                            Map.entry("NewContact", "Contact")));

    private OpenApi(ObjectNode generated) {
        this.generated = generated;
    }

    static ObjectNode of(JsonNode generated) {
        OpenApi api = new OpenApi(generated.deepCopy());
        ObjectNode contract = JSON.createObjectNode();
        contract.put("openapi", generated.get("openapi").asText());
        contract.putObject("info")
                .put("title", "Shopbell")
                .put("version", "0")
                .put(
                        "description",
                        "Everything over HTTP. What the fields mean, and the sockets: docs/reference/protocol.md.");
        ObjectNode paths = contract.putObject("paths");
        for (ApiRoute route : ApiRoute.all()) {
            ObjectNode path = paths.withObjectProperty(route.path());
            path.set(route.method().toLowerCase(Locale.ROOT), api.operation(route));
        }
        ObjectNode components = contract.putObject("components");
        components.set("schemas", Schemas.of(api.generated, api.names, paths));
        components.set("securitySchemes", securitySchemes());
        return contract;
    }

    private static ObjectNode securitySchemes() {
        ObjectNode schemes = JSON.createObjectNode();
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "__Host-shopbell_session")
                .put(
                        "description",
                        "Set by signing in. Without the prefix when the public URL is http on loopback.");
        schemes.putObject("visitor")
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        "description",
                        "The secret a shopper's browser drew: 43 characters, base64url.");
        schemes.putObject("apiKey")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key from Settings > API keys: `sbk_…`");
        return schemes;
    }

    private ObjectNode operation(ApiRoute route) {
        JsonNode found =
                generated
                        .path("paths")
                        .path(route.path())
                        .path(route.method().toLowerCase(Locale.ROOT));
        assertThat(found.isObject()).as(route.route()).isTrue();
        ObjectNode operation = JSON.createObjectNode();
        operation.put("operationId", route.id()).put("summary", route.summary());
        operation.putArray("tags").add(route.door().tag);
        String security = route.door().security;
        ArrayNode securities = operation.putArray("security");
        if (security != null) {
            securities.addObject().putArray(security);
        }
        ArrayNode parameters = parameters(route, found.path("parameters"));
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        String request = route.request();
        if (request != null) {
            note(found.at("/requestBody/content/application~1json/schema"), request);
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .set("content", json("application/json", reference(request)));
        }
        if (route.id().startsWith("upload")) {
            ObjectNode bytes =
                    JSON.createObjectNode().put("type", "string").put("format", "binary");
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .set("content", json("*/*", bytes));
        }
        operation.set("responses", responses(route, found.path("responses"), parameters));
        return operation;
    }

    /// Those of the path in their order, those of the query, and `Origin` where it must be ours.
    private static ArrayNode parameters(ApiRoute route, JsonNode found) {
        ArrayNode parameters = JSON.createArrayNode();
        Matcher inPath = PARAMETER.matcher(route.path());
        while (inPath.find()) {
            String name = inPath.group(1);
            boolean isText = TEXTS.contains(name);
            parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "path")
                    .put("required", true)
                    .set(
                            "schema",
                            isText
                                    ? JSON.createObjectNode().put("type", "string")
                                    : NUMBERS.contains(name)
                                            ? JSON.createObjectNode().put("type", "integer")
                                            : reference("UUID"));
        }
        found.valueStream()
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .forEach(parameters::add);
        if (route.needsOurOrigin()) {
            parameters
                    .addObject()
                    .put("name", "Origin")
                    .put("in", "header")
                    .put("required", true)
                    .put("description", "The origin of the server's public URL")
                    .set("schema", JSON.createObjectNode().put("type", "string"));
        }
        return parameters;
    }

    private ObjectNode responses(ApiRoute route, JsonNode found, ArrayNode parameters) {
        ObjectNode responses = JSON.createObjectNode();
        ObjectNode success = responses.putObject(Integer.toString(route.status()));
        success.put("description", "Done");
        String answer = route.answer();
        if (answer != null) {
            note(found.at("/200/content/application~1json/schema"), answer);
            success.set("content", json("application/json", reference(answer)));
        }
        String file = route.file();
        if (file != null) {
            success.set("content", json(file, JSON.createObjectNode().put("type", "string")));
        }
        Map<Integer, Set<String>> codes = new TreeMap<>(OURS);
        for (Refusal refusal : route.refusals(hasNumbers(parameters))) {
            codes.computeIfAbsent(refusal.status(), _ -> new TreeSet<>()).add(refusal.code());
        }
        codes.forEach((status, those) ->
                responses.set(Integer.toString(status), refused(status, new TreeSet<>(those))));
        return responses;
    }

    private static boolean hasNumbers(ArrayNode parameters) {
        return parameters
                .valueStream()
                .anyMatch(parameter -> parameter.get("in").asText().equals("query"));
    }

    private static ObjectNode refused(int status, Set<String> codes) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode all = schema.putArray("allOf");
        all.add(reference("Problem"));
        ObjectNode fields = all.addObject().putObject("properties");
        fields.putObject("status").put("const", status);
        codes.forEach(fields.putObject("code").putArray("enum")::add);
        ObjectNode response = JSON.createObjectNode();
        response.put("description", String.join(", ", codes));
        if (COME_BACK_LATER.contains(status)) {
            response.putObject("headers")
                    .putObject("Retry-After")
                    .put("description", "Seconds")
                    .set("schema", JSON.createObjectNode().put("type", "integer"));
        }
        response.set("content", json(PROBLEM, schema));
        return response;
    }

    /// What the generator named after a Java class gets the name of the protocol's page.
    private void note(JsonNode schema, String name) {
        String known = schema.path("$ref").asText();
        if (!known.isEmpty()) {
            names.put(known.substring(Schemas.AT.length()), name);
        }
    }

    private static ObjectNode json(String mediaType, JsonNode schema) {
        ObjectNode content = JSON.createObjectNode();
        content.putObject(mediaType).set("schema", schema);
        return content;
    }

    private static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", Schemas.AT + name);
    }
}
