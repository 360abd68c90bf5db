package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.LOADER;
import static dev.shopbell.contract.ApiRoute.Door.MEMBER;
import static dev.shopbell.contract.ApiRoute.Door.SESSION;
import static dev.shopbell.contract.ApiRoute.Door.SET_UP;
import static dev.shopbell.contract.ApiRoute.Door.SHOPPER;
import static dev.shopbell.contract.ApiRoute.Door.SIGN_IN;

import dev.shopbell.conversation.ConfirmationRefusal;
import dev.shopbell.conversation.ConversationRefusal;
import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.integration.ApiKeyRefusal;
import dev.shopbell.integration.identity.IdentityRefusal;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.staff.StaffRefusal;
import dev.shopbell.store.StoreRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What no generator can read off a route's method: its name, its answer where the method says only
/// `Response`, and why it refuses. `request` and `answer` name the schemas.
record ApiRoute(
        Door door,
        String route,
        String id,
        String summary,
        @Nullable String request,
        int status,
        @Nullable String answer,
        List<Refusal> own) {

    /// Who is let in, and why others are not.
    enum Door {
        SET_UP("set-up", null),
        SIGN_IN("staff", null),
        SESSION("staff", "session"),
        MEMBER("staff", "session"),
        SHOPPER("shopper", "visitor"),
        LOADER("loader", null),
        INTEGRATION("integration", "apiKey");

        final String tag;
        final @Nullable String security;

        Door(String tag, @Nullable String security) {
            this.tag = tag;
            this.security = security;
        }

        List<Refusal> refusals() {
            return switch (this) {
                case SET_UP, SIGN_IN, LOADER -> List.of();
                case SESSION -> List.of(HttpRefusal.SIGNED_OUT);
                case MEMBER ->
                        List.of(
                                HttpRefusal.SIGNED_OUT,
                                HttpRefusal.NOT_PERMITTED,
                                HttpRefusal.NOT_FOUND);
                case INTEGRATION ->
                        List.of(
                                ApiKeyRefusal.API_KEY_UNKNOWN,
                                ApiKeyRefusal.SCOPE_MISSING,
                                HttpRefusal.TOO_MANY_REQUESTS);
                case SHOPPER ->
                        List.of(
                                CustomerRefusal.UNKNOWN_VISITOR,
                                CustomerRefusal.SECRET_REPLACED,
                                HttpRefusal.WRONG_ORIGIN,
                                StoreRefusal.STORE_NOT_FOUND);
            };
        }
    }

    private static final String STORE = "/api/staff/stores/{store}";
    private static final String THREAD = STORE + "/conversations/{conversation}";
    private static final String WIDGET = "/api/widget/{key}";

    private static final List<Refusal> OF_ALL =
            List.of(HttpRefusal.BAD_REQUEST, HttpRefusal.NOT_ACCEPTABLE);
    private static final List<Refusal> OF_BODIES =
            List.of(
                    HttpRefusal.MALFORMED_JSON,
                    HttpRefusal.UNKNOWN_FIELD,
                    HttpRefusal.WRONG_TYPE,
                    HttpRefusal.INVALID_VALUE,
                    HttpRefusal.BODY_TOO_LARGE,
                    HttpRefusal.UNSUPPORTED_MEDIA_TYPE);

    static final List<ApiRoute> OWN =
            List.of(
                    get(SET_UP, "/api/setup", "isSetUpOpen", "SetUpOpen", HttpRefusal.NOT_FOUND),
                    new ApiRoute(
                            SET_UP,
                            "POST /api/setup",
                            "setUp",
                            "Makes the first owner and store; the door is gone afterwards",
                            "SetUp",
                            201,
                            "SetUpDone",
                            RouteRefusals.ofSetUp()),
                    write(
                            SIGN_IN,
                            "POST /api/staff/session",
                            "signIn",
                            "Credentials",
                            "Me",
                            List.of(StaffRefusal.WRONG_CREDENTIALS, HttpRefusal.TOO_MANY_REQUESTS)),
                    new ApiRoute(
                            SIGN_IN,
                            "DELETE /api/staff/session",
                            "signOut",
                            "Signs out; safe to repeat",
                            null,
                            204,
                            null,
                            List.of()),
                    new ApiRoute(
                            SIGN_IN,
                            "POST /api/staff/password/reset",
                            "forgotPassword",
                            "Has a link mailed, if anybody signs in with this address",
                            "Forgotten",
                            202,
                            null,
                            List.of(
                                    StaffRefusal.EMAIL_INCOMPLETE,
                                    StaffRefusal.MAIL_NOT_SET_UP,
                                    HttpRefusal.TOO_MANY_REQUESTS)),
                    write(
                            SIGN_IN,
                            "PUT /api/staff/password",
                            "choosePassword",
                            "Chosen",
                            "Me",
                            List.of(
                                    StaffRefusal.PASSWORD_TOO_SHORT,
                                    StaffRefusal.PASSWORD_TOO_LONG,
                                    StaffRefusal.PASSWORD_TOO_COMMON,
                                    StaffRefusal.LINK_ENDED,
                                    HttpRefusal.TOO_MANY_REQUESTS)),
                    get(SESSION, "/api/staff/me", "readMe", "Me"),
                    get(MEMBER, STORE, "readStore", "Store"),
                    get(MEMBER, STORE + "/inbox", "readInbox", "InboxSnapshot"),
                    get(MEMBER, STORE + "/conversations", "listConversations", "ConversationPage"),
                    get(
                            MEMBER,
                            STORE + "/search",
                            "search",
                            "HitPage",
                            HttpRefusal.INVALID_VALUE,
                            HttpRefusal.TOO_MANY_REQUESTS),
                    get(MEMBER, STORE + "/changes", "readChanges", "ChangesAnswer"),
                    get(MEMBER, THREAD, "readThread", "StaffThread"),
                    get(MEMBER, THREAD + "/messages", "readMessages", "StaffThread"),
                    write(
                            MEMBER,
                            "PUT " + THREAD + "/messages/{message}",
                            "postAsStaff",
                            "StaffDraft",
                            "StaffPosted",
                            RouteRefusals.ofStaff()),
                    write(
                            MEMBER,
                            "PUT " + THREAD + "/draft",
                            "keepDraft",
                            "NewDraft",
                            "DraftAnswer",
                            List.of(
                                    MessageRefusal.TEXT_TOO_LONG,
                                    MessageRefusal.TEXT_INVALID,
                                    HttpRefusal.TOO_MANY_REQUESTS)),
                    new ApiRoute(
                            MEMBER,
                            "DELETE " + STORE + "/drafts/{conversation}",
                            "deleteDraft",
                            "Deletes one's draft, also of a conversation that is hidden by now; safe to repeat",
                            null,
                            200,
                            "DraftAnswer",
                            List.of()),
                    write(
                            MEMBER,
                            "PUT " + THREAD + "/read",
                            "markRead",
                            "ReadMark",
                            "ReadAnswer",
                            List.of(MessageRefusal.RECEIPT_AHEAD)),
                    write(
                            MEMBER,
                            "PUT " + THREAD + "/status",
                            "changeStatus",
                            "WantedState",
                            "Handled",
                            List.of(ConversationRefusal.CONVERSATION_CONTINUED)),
                    write(
                            MEMBER,
                            "PUT " + THREAD + "/assignee",
                            "assign",
                            "NewAssignee",
                            "AssignedAnswer",
                            List.of(
                                    ConversationRefusal.ASSIGNED_MEANWHILE,
                                    ConversationRefusal.ASSIGNEE_NOT_ELIGIBLE)),
                    write(
                            MEMBER,
                            "PUT " + THREAD + "/block",
                            "blockSender",
                            "NewBlock",
                            "Handled",
                            List.of(ConversationRefusal.CONVERSATION_CONTINUED)),
                    bodiless(
                            MEMBER,
                            "DELETE " + THREAD + "/block",
                            "unblockSender",
                            "Handled",
                            ConversationRefusal.CONVERSATION_CONTINUED),
                    bodiless(
                            MEMBER,
                            "PUT " + THREAD + "/unread",
                            "markUnread",
                            "Handled",
                            ConversationRefusal.CONVERSATION_RESOLVED),
                    new ApiRoute(
                            MEMBER,
                            "GET " + THREAD + "/transcript",
                            "readTranscript",
                            "The whole thread as a file",
                            null,
                            200,
                            null,
                            List.of(HttpRefusal.TOO_MANY_REQUESTS)),
                    write(
                            MEMBER,
                            "PUT " + THREAD + "/labels",
                            "setLabels",
                            "NewLabels",
                            "Handled",
                            List.of(
                                    ConversationRefusal.LABEL_INVALID,
                                    ConversationRefusal.LABELS_TOO_MANY)),
                    write(
                            MEMBER,
                            "POST " + STORE + "/bulk",
                            "handleMany",
                            "Bulk",
                            "BulkAnswer",
                            List.of(HttpRefusal.TOO_MANY_REQUESTS)),
                    get(MEMBER, STORE + "/colleagues", "listColleagues", "Colleagues"),
                    get(MEMBER, STORE + "/labels", "listLabels", "Labels"),
                    get(MEMBER, STORE + "/today", "readToday", "Today"),
                    get(MEMBER, STORE + "/email-standing", "readEmailStanding", "EmailStanding"),
                    get(MEMBER, STORE + "/assigned", "listAssigned", "AssignedPage"),
                    get(MEMBER, STORE + "/audit", "readAuditTrail", "AuditPage"),
                    get(MEMBER, STORE + "/settings/access", "readAccess", "Access"),
                    write(
                            MEMBER,
                            "PUT " + STORE + "/settings/access",
                            "changeAccess",
                            "Access",
                            "Access",
                            List.of()),
                    get(
                            LOADER,
                            WIDGET + "/settings",
                            "readWidgetSettings",
                            "WidgetSettings",
                            StoreRefusal.STORE_NOT_FOUND),
                    get(SHOPPER, WIDGET + "/conversation", "readOwnThread", "ShopperThread"),
                    get(
                            SHOPPER,
                            WIDGET + "/conversation/messages",
                            "readOwnMessages",
                            "ShopperThread"),
                    write(
                            SHOPPER,
                            "PUT " + WIDGET + "/conversation/receipts",
                            "acknowledge",
                            "Receipts",
                            "ReceiptsAnswer",
                            List.of(MessageRefusal.RECEIPT_AHEAD)),
                    new ApiRoute(
                            SHOPPER,
                            "PUT " + WIDGET + "/identity",
                            "identify",
                            "Shows who the store says this browser belongs to; safe to repeat",
                            "ShopperIdentity",
                            204,
                            null,
                            RouteRefusals.renewing(IdentityRefusal.IDENTITY_REFUSED)),
                    new ApiRoute(
                            SHOPPER,
                            "PUT " + WIDGET + "/identity/email",
                            "confirmEmail",
                            "Shows what a link in a mail to this browser's owner led here with; safe to repeat",
                            "ShopperClaim",
                            200,
                            "ShopperConfirmation",
                            RouteRefusals.renewing(ConfirmationRefusal.values())),
                    write(
                            SHOPPER,
                            "PUT " + WIDGET + "/conversations/{conversation}/messages/{message}",
                            "postAsShopper",
                            "ShopperDraft",
                            "ShopperPosted",
                            RouteRefusals.ofShoppers()));

    static List<ApiRoute> all() {
        return Stream.of(
                        OWN,
                        CardRoutes.ALL,
                        EmailRoutes.ALL,
                        BrowsingRoutes.ALL,
                        FaqRoutes.ALL,
                        FileRoutes.ALL,
                        HistoryRoutes.ALL,
                        IntegrationRoutes.ALL,
                        NotificationRoutes.ALL,
                        OriginRoutes.ALL,
                        InboundMailRoutes.ALL,
                        ProfileRoutes.ALL,
                        QuickReplyRoutes.ALL,
                        TeamRoutes.ALL,
                        WebhookRoutes.ALL)
                .flatMap(List::stream)
                .toList();
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    String path() {
        return route.substring(route.indexOf(' ') + 1);
    }

    /// Everything it may be refused with.
    List<Refusal> refusals(boolean hasNumbersInQuery) {
        List<Refusal> all = new ArrayList<>(OF_ALL);
        all.addAll(door.refusals());
        all.addAll(own);
        if (request != null) {
            all.addAll(OF_BODIES);
        }
        if (hasNumbersInQuery) {
            all.add(HttpRefusal.INVALID_VALUE);
        }
        if (needsOurOrigin()) {
            all.add(HttpRefusal.WRONG_ORIGIN);
        }
        return all.stream().distinct().toList();
    }

    /// Whether a browser must send it from one of our own pages.
    boolean needsOurOrigin() {
        return !method().equals("GET") && door != SHOPPER && door != Door.INTEGRATION;
    }

    /// The media type of what is no JSON; null for JSON and for nothing.
    @Nullable String file() {
        return switch (id) {
            case "readLoader" -> "text/javascript";
            case "readPanel", "readOriginalMail" -> "text/html";
            case "exportQuickReplies" -> "text/csv";
            case "readPanelAsset", "readTranscript" -> "*/*";
            default -> id.matches("read(Content|Thumbnail|Poster)(As|Of).*") ? "*/*" : null;
        };
    }

    private static ApiRoute get(
            Door door, String path, String id, String answer, Refusal... refusals) {
        return new ApiRoute(
                door, "GET " + path, id, words(id), null, 200, answer, List.of(refusals));
    }

    private static ApiRoute write(
            Door door,
            String route,
            String id,
            String request,
            String answer,
            List<Refusal> refusals) {
        return new ApiRoute(door, route, id, words(id), request, 200, answer, refusals);
    }

    private static ApiRoute bodiless(
            Door door, String route, String id, String answer, Refusal... refusals) {
        return new ApiRoute(door, route, id, words(id), null, 200, answer, List.of(refusals));
    }

    /// `postAsStaff` → `Post as staff`.
    static String words(String id) {
        String words = id.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
