package dev.shopbell.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The schemas that the routes speak of, under the names of the protocol's page: every field is
/// there, and which of them can be null is told by the Java records.
final class Schemas {

    static final String AT = "#/components/schemas/";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What clients send, and which of its fields they must.
    private static final Map<String, List<String>> SENT =
            Map.ofEntries(
                    Map.entry("Credentials", List.of("email", "password")),
                    Map.entry("Forgotten", List.of("email")),
                    Map.entry("Chosen", List.of("token", "password")),
                    Map.entry("RoleDraft", List.of("name", "permissions")),
                    Map.entry("QuickReplyDraft", List.of("title", "shortcut", "text")),
                    Map.entry("QuickReplyOrder", List.of("order")),
                    Map.entry("FaqDraft", List.of("language", "question", "answer", "shown")),
                    Map.entry("FaqOrder", List.of("order")),
                    Map.entry("ApiKeyDraft", List.of("name", "scopes")),
                    Map.entry("ApiStatusDraft", List.of("status")),
                    Map.entry("WebhookDraft", List.of("url", "events", "paused")),
                    Map.entry("IdentityKeyDraft", List.of("name", "algorithm")),
                    Map.entry("ShopperIdentity", List.of("token")),
                    Map.entry("ShopperClaim", List.of("claim")),
                    Map.entry("ShopCustomerDraft", List.of("changedAt")),
                    Map.entry("PostalAddressDraft", List.of()),
                    Map.entry("ProductDraft", List.of("title", "price", "currency", "changedAt")),
                    Map.entry("VariantDraft", List.of("id", "title", "price")),
                    Map.entry(
                            "OrderDraft",
                            List.of(
                                    "number",
                                    "placedAt",
                                    "currency",
                                    "total",
                                    "paymentStatus",
                                    "fulfilmentStatus",
                                    "lines",
                                    "changedAt")),
                    Map.entry("CartDraft", List.of("currency", "items")),
                    Map.entry("PageDraft", List.of("url")),
                    Map.entry("ShopCartDraft", List.of("currency", "items", "changedAt")),
                    Map.entry("CartItemDraft", List.of("title", "price", "quantity")),
                    Map.entry("OrderLineDraft", List.of("title", "quantity", "price")),
                    Map.entry("QuickReplyUse", List.of("message")),
                    Map.entry("QuickReplyFile", List.of("csv", "dryRun")),
                    Map.entry("NotificationSettingsDraft", List.of("email", "browser", "sound")),
                    Map.entry("QuietHoursDraft", List.of("from", "to", "timeZone")),
                    Map.entry("NotificationTopicsDraft", List.of()),
                    Map.entry("PushSubscriptionDraft", List.of("endpoint", "keys")),
                    Map.entry("PushKeysDraft", List.of("p256dh", "auth")),
                    Map.entry(
                            "EmailSettingsDraft",
                            List.of(
                                    "fromName",
                                    "fromAddress",
                                    "plusAddressing",
                                    "smtp",
                                    "arrival")),
                    Map.entry("MailServerDraft", List.of("host", "port", "security")),
                    Map.entry("EmailVersion", List.of("version")),
                    Map.entry("GivenRoles", List.of("roles")),
                    Map.entry("NewInvitation", List.of("email", "roles")),
                    Map.entry("InvitationToken", List.of("token")),
                    Map.entry("InvitationAccount", List.of("token", "name", "password")),
                    Map.entry("PasswordChange", List.of("current", "password")),
                    Map.entry("SetUp", List.of("code", "publicUrl", "owner", "store")),
                    Map.entry("Owner", List.of("name", "email", "password")),
                    Map.entry("Shop", List.of("name", "origin", "timeZone")),
                    Map.entry("StaffDraft", List.of("kind", "text")),
                    Map.entry("CardDraft", List.of("kind")),
                    Map.entry("DiscountLinkDraft", List.of("link")),
                    Map.entry("OriginsDraft", List.of("origins")),
                    Map.entry("OpenedPage", List.of("url")),
                    Map.entry("PagesVisitedSetting", List.of("pagesVisited")),
                    Map.entry("WantedLink", List.of("shopCustomer")),
                    Map.entry("StaffNoteDraft", List.of("text", "version")),
                    Map.entry("NewAlt", List.of("alt")),
                    Map.entry("NewDraft", List.of("kind", "text")),
                    Map.entry("ReadMark", List.of("seq")),
                    Map.entry("WantedState", List.of("status")),
                    Map.entry("NewAssignee", List.of("to")),
                    Map.entry("NewLabels", List.of("labels")),
                    Map.entry("NewBlock", List.of("network")),
                    Map.entry("Bulk", List.of("conversations", "action")),
                    Map.entry("Action", List.of("type")),
                    Map.entry("Access", List.of("administratorsReadAssigned")),
                    Map.entry("Receipts", List.of("delivered", "seen")),
                    Map.entry("ShopperDraft", List.of("text")),
                    Map.entry("Contact", List.of()));

    /// What the generator cannot see: answers made by hand, sealed types, JSON within JSON.
    private static final Map<String, String> BY_HAND =
            Map.of(
                    "Problem",
                    """
                    { "type": "object", "required": ["status", "code", "title"],
                      "properties": { "status": { "type": "integer" }, "code": { "type": "string" }, "title": { "type": "string" },
                        "field": { "type": "string", "description": "The input at fault, when there is one" } },
                      "additionalProperties": { "description": "Some codes have members of their own" } }
                    """,
                    "SetUpDone",
                    """
                    { "type": "object", "required": ["me", "store"],
                      "properties": { "me": { "$ref": "#/components/schemas/Me" }, "store": { "$ref": "#/components/schemas/Store" } } }
                    """,
                    "ChangesAnswer",
                    """
                    { "oneOf": [
                      { "type": "object", "required": ["type", "position", "conversations", "messages", "gone"],
                        "properties": { "type": { "const": "changes" }, "position": { "$ref": "#/components/schemas/Position" },
                          "conversations": { "type": "array", "items": { "$ref": "#/components/schemas/ConversationSummary" } },
                          "messages": { "type": "array", "items": { "$ref": "#/components/schemas/StaffMessage" } },
                          "gone": { "type": "array", "items": { "$ref": "#/components/schemas/UUID" } } } },
                      { "type": "object", "required": ["type"], "properties": { "type": { "const": "start_over" } } } ] }
                    """,
                    "Colour",
                    """
                    { "type": "string", "pattern": "^#[0-9A-F]{6}$" }
                    """,
                    "Card",
                    """
                    { "oneOf": [
                      { "type": "object",
                        "required": ["kind", "productId", "title", "url", "imageUrl", "price", "compareAtPrice", "currency", "available"],
                        "properties": { "kind": { "const": "product" }, "productId": { "type": "string" }, "title": { "type": "string" },
                          "url": { "type": ["string", "null"] }, "imageUrl": { "type": ["string", "null"] },
                          "price": { "type": "integer" }, "compareAtPrice": { "type": ["integer", "null"] },
                          "currency": { "type": "string" }, "available": { "type": "boolean" } } },
                      { "type": "object", "required": ["kind", "code", "text", "url"],
                        "properties": { "kind": { "const": "discount" }, "code": { "type": "string" },
                          "text": { "type": ["string", "null"] }, "url": { "type": ["string", "null"] } } } ] }
                    """,
                    "UUID",
                    """
                    { "type": "string", "format": "uuid" }
                    """,
                    "Instant",
                    """
                    { "type": "string", "format": "date-time" }
                    """,
                    "Somebody",
                    """
                    { "type": ["string", "null"], "format": "uuid" }
                    """,
                    "ThreadEvent",
                    """
                    { "type": "object", "required": ["type"],
                      "properties": { "type": { "type": "string" },
                        "to": { "anyOf": [ { "$ref": "#/components/schemas/StaffName" }, { "type": "null" } ] },
                        "from": { "anyOf": [ { "$ref": "#/components/schemas/StaffName" }, { "type": "null" } ] },
                        "firstPublicSeq": { "type": "integer" }, "lastPublicSeq": { "type": "integer" },
                        "address": { "type": "string" }, "reason": { "type": "string" },
                        "subject": { "type": "string" }, "text": { "type": "string" },
                        "changes": { "type": "array", "items": { "type": "object", "required": ["title", "variant", "before", "now"],
                          "properties": { "title": { "type": "string" }, "variant": { "type": ["string", "null"] },
                            "before": { "type": "integer" }, "now": { "type": "integer" } } } },
                        "more": { "type": "integer" }, "quantity": { "type": "integer" } } }
                    """,
                    "MessageEmail",
                    """
                    { "type": "object", "required": ["from", "fromName", "subject", "known", "refused", "folded"],
                      "properties": { "from": { "type": "string" }, "fromName": { "type": ["string", "null"] },
                        "subject": { "type": "string" }, "known": { "type": "boolean" },
                        "refused": { "type": "array", "items": { "type": "object", "required": ["name", "code"],
                          "properties": { "name": { "type": "string" }, "code": { "type": "string" } } } },
                        "folded": { "type": "boolean" }, "cutOff": { "type": "boolean" },
                        "answersAnother": { "type": "boolean" } } }
                    """);

    /// What answers leave out where there is nothing to say.
    private static final Set<String> SOMETIMES =
            Set.of(
                    "StaffMessage.email",
                    "StaffMessage.cards",
                    "StaffMessage.orders",
                    "ShopperMessage.cards",
                    "ShopperMessage.orders",
                    "ConversationSummary.unreached",
                    "ConversationSummary.cart",
                    "ConversationSummary.continued",
                    "ConversationSummary.continues",
                    "ShopperConversation.continues",
                    "Preview.sender",
                    "ShopperMessage.another");

    private final Map<String, String> names;
    private final Map<String, Set<String>> nullable = nullableFields();

    private Schemas(Map<String, String> names) {
        this.names = names;
    }

    /// `names` says what the generator's names are to become; what no path leads to is left out.
    static ObjectNode of(JsonNode generated, Map<String, String> names, JsonNode paths) {
        Schemas schemas = new Schemas(names);
        Map<String, JsonNode> known = new TreeMap<>();
        generated
                .at("/components/schemas")
                .properties()
                .forEach(schema -> {
                    String name = names.getOrDefault(schema.getKey(), schema.getKey());
                    known.put(name, schemas.completed(schema.getKey(), name, schema.getValue()));
                });
        BY_HAND.forEach((name, schema) -> known.put(name, parsed(schema)));
        ObjectNode used = JSON.createObjectNode();
        Set<String> reached = reached(paths, known);
        known.forEach((name, schema) -> {
            if (reached.contains(name)) {
                used.set(name, schema);
            }
        });
        return used;
    }

    private JsonNode completed(String java, String name, JsonNode generated) {
        ObjectNode schema = generated.deepCopy();
        if (!schema.path("type").asText().equals("object")) {
            return schema;
        }
        boolean isSent = SENT.containsKey(name);
        ObjectNode fields = schema.withObjectProperty("properties");
        ArrayNode required = schema.putArray("required");
        Set<String> nulls = nullable.getOrDefault(java.replaceFirst("\\d+$", ""), Set.of());
        for (String field : List.copyOf(names(fields))) {
            JsonNode type = typeOf(java, field, fields.get(field));
            boolean isNull = nulls.contains(field) && !SOMETIMES.contains(name + "." + field);
            fields.set(field, !isSent && isNull ? orNull(type) : type);
            if (isSent ? SENT.get(name).contains(field) : !SOMETIMES.contains(name + "." + field)) {
                required.add(field);
            }
        }
        if (isSent) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private JsonNode typeOf(String java, String field, JsonNode generated) {
        if (java.equals("StaffMessageView") && field.equals("email")) {
            return JSON.createObjectNode().put("$ref", AT + "MessageEmail");
        }
        if (java.equals("StaffMessageView") && field.equals("event")) {
            return JSON.createObjectNode().put("$ref", AT + "ThreadEvent");
        }
        ObjectNode type = generated.deepCopy();
        renameWithin(type);
        return type;
    }

    private void renameWithin(JsonNode node) {
        node.findParents("$ref")
                .forEach(parent -> {
                    String java = parent.get("$ref").asText().substring(AT.length());
                    ((ObjectNode) parent).put("$ref", AT + names.getOrDefault(java, java));
                });
    }

    private static JsonNode orNull(JsonNode type) {
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf").add(type).add(JSON.createObjectNode().put("type", "null"));
        return either;
    }

    private static Set<String> reached(JsonNode paths, Map<String, JsonNode> known) {
        Set<String> reached = new HashSet<>();
        Deque<JsonNode> next = new ArrayDeque<>(List.of(paths));
        while (!next.isEmpty()) {
            for (String reference : next.pop().findValuesAsText("$ref")) {
                String name = reference.substring(AT.length());
                assertThat(known).as("a schema that is referred to").containsKey(name);
                if (reached.add(name)) {
                    next.push(known.get(name));
                }
            }
        }
        return reached;
    }

    /// By the simple name of each record the server answers with.
    private static Map<String, Set<String>> nullableFields() {
        Map<String, Set<String>> fields = new HashMap<>();
        Deque<Class<?>> next = new ArrayDeque<>(SamplesTest.answers());
        Set<Class<?>> seen = new HashSet<>();
        while (!next.isEmpty()) {
            Class<?> type = next.pop();
            if (type.isRecord() && seen.add(type)) {
                for (RecordComponent component : type.getRecordComponents()) {
                    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        fields.computeIfAbsent(type.getSimpleName(), _ -> new HashSet<>())
                                .add(component.getName());
                    }
                    next.add(component.getType());
                    next.addAll(arguments(component.getAnnotatedType()));
                }
            }
        }
        return fields;
    }

    private static List<Class<?>> arguments(AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType generic)) {
            return List.of();
        }
        return Arrays.stream(generic.getAnnotatedActualTypeArguments())
                .map(AnnotatedType::getType)
                .filter(Class.class::isInstance)
                .<Class<?>>map(argument -> (Class<?>) argument)
                .toList();
    }

    private static Set<String> names(ObjectNode fields) {
        Set<String> names = new LinkedHashSet<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
