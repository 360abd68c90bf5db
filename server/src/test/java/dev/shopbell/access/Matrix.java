package dev.shopbell.access;

import dev.shopbell.access.Row.Door;
import java.util.List;
import java.util.stream.Stream;

/// Every route of the server and who may use it, one row each. A route that is missing here fails
/// [AccessTest]; what a row's door keeps out, and what its answers may tell whom, is tried by all
/// tests of this package, on the ids of a [Scene].
final class Matrix {

    private static final String STAFF = "/api/staff/stores/{store}";
    private static final String THREAD = STAFF + "/conversations/{conversation}";
    private static final String LINK = "/api/staff/invitation";
    private static final String PROFILE = THREAD + "/profile";
    private static final String NO_LINK = "{\"token\": \"none\"}";
    private static final String API = "/api/v1";
    private static final String SHOPPER = "/api/widget/{key}";
    private static final String FILE = THREAD + "/attachments/{attachment}";
    private static final String OWN_FILE =
            SHOPPER + "/conversations/{conversation}/attachments/{attachment}";
    private static final String SHOWN = SHOPPER + "/files/{attachment}";

    private static final String REPLY_PICTURE = STAFF + "/quick-replies/{quickReply}/picture";
    private static final String FAQ =
            "{\"language\": \"en\", \"question\": \"Ash?\", \"answer\": \"Yes\", \"shown\": true}";
    private static final String WEBHOOK = STAFF + "/webhooks/{webhook}";
    private static final String PRODUCT =
            """
            {"title": "Bowl", "price": 4200, "currency": "EUR", "changedAt": "2026-11-02T09:00:00Z"}
            """;
    private static final String ORDER =
            """
            {"number": "#1002", "placedAt": "2026-11-02T08:00:00Z", "currency": "EUR", "total": 4200,
             "paymentStatus": "paid", "fulfilmentStatus": "fulfilled", "lines": [], "changedAt": "2026-11-02T09:00:00Z"}
            """;
    private static final String CART =
            """
            {"currency": "EUR", "items": [{"title": "Bowl", "price": 4200, "quantity": 2}]}
            """;
    private static final String SHOP_CART =
            """
            {"currency": "EUR", "items": [], "changedAt": "2026-11-02T09:00:00Z"}
            """;
    private static final String EMAIL_SETTINGS =
            """
            {"fromName": "Hearthlow", "fromAddress": "chat@hearthlow.example", "plusAddressing": true,
             "smtp": {"host": "192.0.2.1", "port": 587, "security": "starttls"}, "arrival": "none"}
            """;

    private static final String BROWSER =
            """
            {"endpoint": "https://push.example/1", "keys": {
              "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
              "auth": "BTBZMqHH6r4Tts7J_aSIgg"}}
            """;

    static final List<Row> ROWS =
            List.of(
                    Row.of(Door.STORE, "GET", STAFF).tellingNothing(),
                    Row.of(Door.STORE, "GET", STAFF + "/inbox"),
                    Row.of(Door.STORE, "GET", STAFF + "/conversations")
                            .asking("?view=all", "?view=unread", "?view=unresolved", "?view=mine")
                            .askingInVain("?view=resolved", "?view=unassigned", "?view=blocked"),
                    Row.of(Door.STORE, "GET", STAFF + "/search")
                            .asking("?q=have+you+seen", "?q=hoopoe", "?q=hoopoe&view=mine")
                            .askingInVain("?q=hoopoe&view=resolved"),
                    Row.of(Door.STORE, "GET", STAFF + "/changes")
                            .asking("?epoch={epoch}&after={after}"),
                    Row.of(Door.CONVERSATION, "GET", THREAD),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/messages").asking("?after=0"),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/messages/{message}")
                            .saying("{\"kind\": \"staff\", \"text\": \"Good day\"}"),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/draft")
                            .saying("{\"kind\": \"staff\", \"text\": \"Good\"}"),
                    Row.of(Door.STORE, "DELETE", STAFF + "/drafts/{conversation}").tellingNothing(),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/read").saying("{\"seq\": 1}"),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/status")
                            .saying("{\"status\": \"unresolved\"}"),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/assignee")
                            .saying("{\"to\": {assignee}, \"from\": {assignee}}"),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/block")
                            .saying("{\"network\": false}"),
                    Row.of(Door.CONVERSATION, "DELETE", THREAD + "/block"),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/unread"),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/messages/{seq}/email"),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/history").tellingNothing(),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/continuation").tellingNothing(),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/cart"),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/messages/{seq}/context"),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/transcript")
                            .asking(
                                    "?format=json&notes=true",
                                    "?format=json&notes=false",
                                    "?format=html&notes=true",
                                    "?format=html&notes=false"),
                    Row.of(Door.CONVERSATION, "PUT", THREAD + "/labels").saying("{\"labels\": []}"),
                    Row.of(Door.CONVERSATION, "GET", PROFILE),
                    Row.of(Door.CONVERSATION, "GET", PROFILE + "/orders").tellingNothing(),
                    Row.of(Door.CONVERSATION, "GET", PROFILE + "/threads").tellingNothing(),
                    Row.of(Door.CONVERSATION, "PUT", PROFILE + "/link")
                            .saying("{\"shopCustomer\": \"c-{conversation}\"}"),
                    Row.of(Door.CONVERSATION, "DELETE", PROFILE + "/link"),
                    Row.of(Door.CONVERSATION, "GET", PROFILE + "/pages"),
                    Row.of(Door.CONVERSATION, "GET", PROFILE + "/notes"),
                    Row.of(Door.CONVERSATION, "PUT", PROFILE + "/notes/{note}")
                            .saying("{\"text\": \"A regular\", \"version\": 0}")
                            .tellingNothing(),
                    Row.of(Door.CONVERSATION, "DELETE", PROFILE + "/notes/{note}")
                            .asking("?version=0"),
                    Row.of(Door.STORE, "POST", STAFF + "/bulk")
                            .saying(
                                    "{\"conversations\": [\"{conversation}\"], \"action\": {\"type\": \"reopen\"}}"),
                    Row.of(Door.STORE, "GET", STAFF + "/products").tellingNothing(),
                    Row.of(Door.STORE, "GET", STAFF + "/colleagues").tellingNothing(),
                    Row.of(Door.STORE, "GET", STAFF + "/today").tellingNothing(),
                    Row.of(Door.STORE, "GET", STAFF + "/email-standing").tellingNothing(),
                    Row.of(Door.STORE, "GET", STAFF + "/labels").tellingNothing(),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/assigned"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/audit"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/settings/access"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/settings/access")
                            .saying("{\"administratorsReadAssigned\": false}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/settings/pages-visited"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/settings/pages-visited")
                            .saying("{\"pagesVisited\": true}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/settings/origins"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/settings/origins")
                            .saying("{\"origins\": [\"http://shop.localhost:8081\"]}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/settings/discount-link"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/settings/discount-link")
                            .saying("{\"link\": \"\"}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/email-settings"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/email-settings")
                            .saying(EMAIL_SETTINGS),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/email-settings/use")
                            .saying("{\"version\": 0}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/email-check"),
                    Row.of(Door.ADMINISTRATION, "POST", STAFF + "/email-check"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/logo"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/logo"),
                    Row.of(Door.ADMINISTRATION, "DELETE", STAFF + "/logo"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/logo/content"),
                    Row.of(Door.SETTINGS_READING, "GET", STAFF + "/quick-replies"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/quick-reply-export"),
                    Row.of(Door.ADMINISTRATION, "POST", STAFF + "/quick-reply-import")
                            .saying("{\"csv\": \"title,shortcut,text\\nA,a,A\", \"dryRun\": true}"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/quick-reply-order")
                            .saying("{\"order\": [\"{quickReply}\"]}"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/quick-replies/{quickReply}")
                            .saying(
                                    "{\"title\": \"Bowl\", \"shortcut\": \"bowl\", \"text\": \"Ash\"}"),
                    Row.of(Door.ADMINISTRATION, "DELETE", STAFF + "/quick-replies/{quickReply}"),
                    Row.of(Door.ADMINISTRATION, "PUT", REPLY_PICTURE).asking("?name=bowl.png"),
                    Row.of(Door.ADMINISTRATION, "DELETE", REPLY_PICTURE),
                    Row.of(Door.SETTINGS_READING, "GET", REPLY_PICTURE + "/content"),
                    Row.of(Door.SETTINGS_READING, "GET", REPLY_PICTURE + "/thumbnail"),
                    Row.of(Door.STORE, "POST", STAFF + "/quick-replies/{quickReply}/used")
                            .saying("{\"message\": \"a9a9a9a9-0000-4000-8000-000000000001\"}")
                            .tellingNothing(),
                    Row.of(Door.STORE, "GET", STAFF + "/notification-settings").tellingNothing(),
                    Row.of(Door.STORE, "PUT", STAFF + "/notification-settings")
                            .saying("{\"email\": true, \"browser\": false, \"sound\": \"bell\"}")
                            .tellingNothing(),
                    Row.of(Door.STORE, "POST", STAFF + "/push-subscriptions")
                            .saying(BROWSER)
                            .tellingNothing(),
                    Row.of(Door.STORE, "DELETE", STAFF + "/push-subscriptions/{subscription}")
                            .tellingNothing(),
                    Row.of(Door.CONVERSATION, "GET", THREAD + "/suggestions").tellingNothing(),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/faqs"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/faq-order")
                            .saying("{\"order\": [\"{faq}\"]}"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/faqs/{faq}").saying(FAQ),
                    Row.of(Door.ADMINISTRATION, "DELETE", STAFF + "/faqs/{faq}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/api-keys"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/api-keys/{apiKey}")
                            .saying("{\"name\": \"Shop\", \"scopes\": [\"read_customers\"]}"),
                    Row.of(Door.ADMINISTRATION, "DELETE", STAFF + "/api-keys/{apiKey}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/identity-keys"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/identity-keys/{identityKey}")
                            .saying("{\"name\": \"Shop\", \"algorithm\": \"hs256\"}"),
                    Row.of(Door.ADMINISTRATION, "DELETE", STAFF + "/identity-keys/{identityKey}"),
                    Row.of(Door.ADMINISTRATION, "GET", STAFF + "/webhooks"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/webhooks/{webhook}")
                            .saying(
                                    """
                                    {"url": "https://shop.example/", "events": ["message.created"], "paused": true}
                                    """),
                    Row.of(Door.ADMINISTRATION, "DELETE", STAFF + "/webhooks/{webhook}"),
                    Row.of(Door.ADMINISTRATION, "PUT", STAFF + "/webhooks/{webhook}/secret"),
                    Row.of(Door.ADMINISTRATION, "PUT", WEBHOOK + "/tests/{delivery}"),
                    Row.of(Door.ADMINISTRATION, "GET", WEBHOOK + "/deliveries"),
                    Row.of(Door.ADMINISTRATION, "GET", WEBHOOK + "/deliveries/{delivery}"),
                    Row.of(Door.ADMINISTRATION, "PUT", WEBHOOK + "/deliveries/{delivery}/again"),
                    Row.of(Door.INTEGRATION, "GET", API + "/store"),
                    Row.of(Door.INTEGRATION, "GET", API + "/customers"),
                    Row.of(Door.INTEGRATION, "GET", API + "/customers/{customer}"),
                    Row.of(Door.INTEGRATION, "PUT", API + "/customers/{customer}")
                            .saying(
                                    "{\"name\": \"Anna\", \"changedAt\": \"2026-11-02T09:00:00Z\"}"),
                    Row.of(Door.INTEGRATION, "DELETE", API + "/customers/{customer}"),
                    Row.of(Door.INTEGRATION, "GET", API + "/customers/{customer}/cart"),
                    Row.of(Door.INTEGRATION, "PUT", API + "/customers/{customer}/cart")
                            .saying(SHOP_CART),
                    Row.of(Door.INTEGRATION, "DELETE", API + "/customers/{customer}/cart"),
                    Row.of(Door.INTEGRATION, "GET", API + "/conversations"),
                    Row.of(Door.INTEGRATION, "GET", API + "/conversations/{conversation}"),
                    Row.of(Door.INTEGRATION, "GET", API + "/conversations/{conversation}/messages"),
                    Row.of(
                            Door.INTEGRATION,
                            "GET",
                            API + "/conversations/{conversation}/messages/{message}"),
                    Row.of(
                                    Door.INTEGRATION,
                                    "PUT",
                                    API + "/conversations/{conversation}/messages/{message}")
                            .saying("{\"text\": \"Good day\"}"),
                    Row.of(Door.INTEGRATION, "PUT", API + "/conversations/{conversation}/status")
                            .saying("{\"status\": \"resolved\"}"),
                    Row.of(Door.INTEGRATION, "GET", API + "/products"),
                    Row.of(Door.INTEGRATION, "GET", API + "/products/{product}"),
                    Row.of(Door.INTEGRATION, "PUT", API + "/products/{product}").saying(PRODUCT),
                    Row.of(Door.INTEGRATION, "DELETE", API + "/products/{product}"),
                    Row.of(Door.INTEGRATION, "GET", API + "/orders"),
                    Row.of(Door.INTEGRATION, "GET", API + "/orders/{order}"),
                    Row.of(Door.INTEGRATION, "PUT", API + "/orders/{order}").saying(ORDER),
                    Row.of(Door.INTEGRATION, "DELETE", API + "/orders/{order}"),
                    Row.of(Door.INTEGRATION, "GET", API + "/imports/{import}"),
                    Row.of(Door.INTEGRATION, "PUT", API + "/imports/{import}/lines/{from}")
                            .saying("{\"type\": \"customer\"}"),
                    Row.of(Door.TEAM_READING, "GET", STAFF + "/roles"),
                    Row.of(Door.TEAM, "POST", STAFF + "/roles")
                            .saying(
                                    "{\"name\": \"{name}\", \"permissions\": [\"conversation_management\"]}"),
                    Row.of(Door.TEAM, "PUT", STAFF + "/roles/{role}")
                            .saying(
                                    "{\"name\": \"{name}\", \"permissions\": [\"conversation_management\"]}"),
                    Row.of(Door.TEAM, "DELETE", STAFF + "/roles/{role}"),
                    Row.of(Door.TEAM_READING, "GET", STAFF + "/members"),
                    Row.of(Door.TEAM, "PUT", STAFF + "/members/{staff}/roles")
                            .saying("{\"roles\": [\"{role}\"]}"),
                    Row.of(Door.TEAM, "POST", STAFF + "/members/{staff}/deactivation"),
                    Row.of(Door.TEAM, "DELETE", STAFF + "/members/{staff}/deactivation"),
                    Row.of(Door.TEAM_READING, "GET", STAFF + "/invitations"),
                    Row.of(Door.TEAM, "POST", STAFF + "/invitations")
                            .saying("{\"email\": \"{name}@example.com\", \"roles\": [\"{role}\"]}"),
                    Row.of(Door.TEAM, "PUT", STAFF + "/invitations/{invitation}/roles")
                            .saying("{\"roles\": [\"{role}\"]}"),
                    Row.of(Door.TEAM, "DELETE", STAFF + "/invitations/{invitation}"),
                    Row.of(Door.TEAM, "POST", STAFF + "/invitations/{invitation}/mail"),
                    Row.of(Door.TEAM, "POST", STAFF + "/invitations/{invitation}/link"),
                    Row.of(Door.WITH_A_LINK, "POST", LINK).saying(NO_LINK),
                    Row.of(Door.WITH_A_LINK, "POST", LINK + "/acceptance").saying(NO_LINK),
                    Row.of(Door.WITH_A_LINK, "POST", LINK + "/account")
                            .saying(
                                    "{\"token\": \"none\", \"name\": \"Elif\", \"password\": \"a quiet harbour\"}"),
                    Row.of(Door.WITH_A_LINK, "POST", LINK + "/refusal").saying(NO_LINK),
                    Row.of(Door.SIGNED_IN, "GET", "/api/staff/sessions"),
                    Row.of(Door.SIGNED_IN, "DELETE", "/api/staff/sessions"),
                    Row.of(Door.SIGNED_IN, "DELETE", "/api/staff/sessions/{session}"),
                    Row.of(Door.SIGNED_IN, "POST", "/api/staff/password/change")
                            .saying("{\"current\": \"{password}\", \"password\": \"{password}\"}"),
                    Row.of(Door.EVERYBODY, "GET", "/invitation"),
                    Row.of(Door.SIGNED_IN, "GET", "/api/staff/me"),
                    Row.of(Door.OUR_PAGES, "POST", "/api/staff/session")
                            .saying("{\"email\": \"nobody@example.com\", \"password\": \"x\"}"),
                    Row.of(Door.OUR_PAGES, "DELETE", "/api/staff/session"),
                    Row.of(Door.OUR_PAGES, "POST", "/api/staff/password/reset")
                            .saying("{\"email\": \"nobody@example.com\"}"),
                    Row.of(Door.OUR_PAGES, "PUT", "/api/staff/password")
                            .saying("{\"token\": \"none\", \"password\": \"a quiet harbour\"}"),
                    Row.of(Door.SHOPPER, "GET", SHOPPER + "/conversation"),
                    Row.of(Door.SHOPPER, "GET", SHOPPER + "/conversation/messages")
                            .asking("?after=0"),
                    Row.of(Door.SHOPPER, "PUT", SHOPPER + "/page")
                            .saying("{\"url\": \"http://shop.localhost:8081/bowls\"}"),
                    Row.of(Door.SHOPPER, "GET", SHOPPER + "/conversation/history"),
                    Row.of(Door.SHOPPER, "PUT", SHOPPER + "/cart").saying(CART),
                    Row.of(Door.SHOPPER, "PUT", SHOPPER + "/conversation/receipts")
                            .saying("{\"delivered\": 1, \"seen\": 1}"),
                    Row.of(
                                    Door.SHOPPER,
                                    "PUT",
                                    SHOPPER + "/conversations/{conversation}/messages/{message}")
                            .saying(
                                    "{\"text\": \"Hello\", \"contact\": {\"email\": \"a@example.com\"}}"),
                    Row.of(Door.VOUCHED, "PUT", SHOPPER + "/identity")
                            .saying("{\"token\": \"none\"}"),
                    Row.of(Door.VOUCHED, "PUT", SHOPPER + "/identity/email")
                            .saying("{\"claim\": \"none\"}"),
                    Row.of(Door.FILES, "PUT", FILE).asking("?name=parcel.png"),
                    Row.of(Door.FILES, "DELETE", FILE),
                    Row.of(Door.FILES, "PUT", FILE + "/alt").saying("{\"alt\": \"A parcel\"}"),
                    Row.of(Door.FILES, "PUT", FILE + "/poster"),
                    Row.of(Door.FILES, "GET", FILE + "/content"),
                    Row.of(Door.FILES, "GET", FILE + "/thumbnail"),
                    Row.of(Door.FILES, "GET", FILE + "/poster"),
                    Row.of(Door.OWN_FILES, "PUT", OWN_FILE).asking("?name=parcel.png"),
                    Row.of(Door.OWN_FILES, "DELETE", OWN_FILE),
                    Row.of(Door.OWN_FILES, "PUT", OWN_FILE + "/poster"),
                    Row.of(Door.OWN_FILES, "GET", SHOWN + "/content").asking("?viewer={viewer}"),
                    Row.of(Door.OWN_FILES, "GET", SHOWN + "/thumbnail").asking("?viewer={viewer}"),
                    Row.of(Door.OWN_FILES, "GET", SHOWN + "/poster").asking("?viewer={viewer}"),
                    Row.of(Door.WITH_THE_CODE, "POST", "/api/setup").saying("{\"code\": \"x\"}"),
                    Row.of(Door.EVERYBODY, "GET", "/api/setup"),
                    Row.of(Door.EVERYBODY, "GET", SHOPPER + "/settings"),
                    Row.of(Door.EVERYBODY, "GET", SHOPPER + "/faqs"),
                    Row.of(Door.EVERYBODY, "GET", "/widget/{key}.js"),
                    Row.of(Door.EVERYBODY, "GET", "/widget/{key}/panel"),
                    Row.of(Door.EVERYBODY, "GET", "/widget/assets/{file}"),
                    Row.of(Door.EVERYBODY, "GET", "/unsubscribe/{token}"),
                    Row.of(Door.EVERYBODY, "POST", "/unsubscribe/{token}"),
                    Row.of(Door.EVERYBODY, "GET", "/confirm/{shop}/{token}"),
                    Row.of(Door.EVERYBODY, "POST", "/confirm/{shop}/{token}"),
                    Row.of(Door.EVERYBODY, "GET", "/inbox/service-worker.js"),
                    Row.of(Door.EVERYBODY, "GET", "/"),
                    Row.of(Door.EVERYBODY, "GET", "/login"),
                    Row.of(Door.EVERYBODY, "GET", "/forgot-password"),
                    Row.of(Door.EVERYBODY, "GET", "/new-password"),
                    Row.of(Door.EVERYBODY, "GET", "/setup"),
                    Row.of(Door.EVERYBODY, "GET", "/inbox{below:(/.*)?}"),
                    Row.of(Door.EVERYBODY, "GET", "/inbox-assets/{file:.+}"),
                    Row.of(Door.STORE, "SOCKET", STAFF + "/socket"),
                    Row.of(Door.SHOPPER, "SOCKET", SHOPPER + "/socket"));

    private Matrix() {}

    /// Those with one of these doors, sockets apart.
    static Stream<Row> rows(Door... doors) {
        return ROWS.stream()
                .filter(row -> List.of(doors).contains(row.door()))
                .filter(row -> !row.route().method().equals("SOCKET"));
    }
}
