package dev.shopbell.contract;

import dev.shopbell.commerce.CommerceRefusal;
import dev.shopbell.commerce.ImportRefusal;
import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.conversation.ConversationRefusal;
import dev.shopbell.integration.ApiKeyRefusal;
import dev.shopbell.integration.identity.IdentityRefusal;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.message.card.CardRefusal;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes for stores' own systems, and those about their keys.
final class IntegrationRoutes {

    private static final String KEYS = "/api/staff/stores/{store}/api-keys";
    private static final String ONE_KEY = KEYS + "/{apiKey}";
    private static final String IDENTITY_KEYS = "/api/staff/stores/{store}/identity-keys";
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String PRODUCTS = "/api/v1/products";
    private static final String PRODUCT = PRODUCTS + "/{product}";
    private static final String ORDERS = "/api/v1/orders";
    private static final String ORDER = ORDERS + "/{order}";
    private static final String CONVERSATIONS = "/api/v1/conversations";
    private static final String CONVERSATION = CONVERSATIONS + "/{conversation}";
    private static final String IMPORT = "/api/v1/imports/{import}";
    private static final String CUSTOMER = CUSTOMERS + "/{customer}";
    private static final String CART = CUSTOMER + "/cart";

    static final List<ApiRoute> ALL =
            List.of(
                    route(Door.MEMBER, "GET " + KEYS, "listApiKeys", null, "ApiKeys"),
                    route(
                            Door.MEMBER,
                            "PUT " + ONE_KEY,
                            "makeApiKey",
                            "ApiKeyDraft",
                            "ApiKeyMade",
                            ApiKeyRefusal.API_KEY_NAME_EMPTY,
                            ApiKeyRefusal.API_KEY_NAME_TOO_LONG,
                            ApiKeyRefusal.API_KEY_NAME_TAKEN,
                            ApiKeyRefusal.API_KEY_IN_USE,
                            ApiKeyRefusal.SCOPES_EMPTY,
                            ApiKeyRefusal.SCOPE_UNKNOWN,
                            ApiKeyRefusal.API_KEYS_TOO_MANY),
                    route(Door.MEMBER, "DELETE " + ONE_KEY, "revokeApiKey", null, "ApiKeys"),
                    route(
                            Door.MEMBER,
                            "GET " + IDENTITY_KEYS,
                            "listIdentityKeys",
                            null,
                            "IdentityKeys"),
                    route(
                            Door.MEMBER,
                            "PUT " + IDENTITY_KEYS + "/{identityKey}",
                            "makeIdentityKey",
                            "IdentityKeyDraft",
                            "IdentityKeyMade",
                            IdentityRefusal.IDENTITY_KEY_NAME_EMPTY,
                            IdentityRefusal.IDENTITY_KEY_NAME_TOO_LONG,
                            IdentityRefusal.IDENTITY_KEY_NAME_TAKEN,
                            IdentityRefusal.IDENTITY_KEY_IN_USE,
                            IdentityRefusal.IDENTITY_ALGORITHM_UNKNOWN,
                            IdentityRefusal.PUBLIC_KEY_INVALID,
                            IdentityRefusal.IDENTITY_KEYS_TOO_MANY),
                    route(
                            Door.MEMBER,
                            "DELETE " + IDENTITY_KEYS + "/{identityKey}",
                            "revokeIdentityKey",
                            null,
                            "IdentityKeys"),
                    route(Door.INTEGRATION, "GET /api/v1/store", "readOwnStore", null, "ApiStore"),
                    route(
                            Door.INTEGRATION,
                            "GET " + CUSTOMERS,
                            "listShopCustomers",
                            null,
                            "ShopCustomerPage",
                            CommerceRefusal.EXTERNAL_ID_INVALID,
                            CommerceRefusal.EMAIL_INVALID),
                    route(
                            Door.INTEGRATION,
                            "GET " + CUSTOMER,
                            "readShopCustomer",
                            null,
                            "ShopCustomerAnswer",
                            CommerceRefusal.EXTERNAL_ID_INVALID,
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "PUT " + CUSTOMER,
                            "saveShopCustomer",
                            "ShopCustomerDraft",
                            "ShopCustomerAnswer",
                            CommerceRefusal.values()),
                    erasing(CUSTOMER, "eraseShopCustomer"),
                    route(
                            Door.INTEGRATION,
                            "GET " + CART,
                            "readShopCart",
                            null,
                            "ShopCartAnswer",
                            CommerceRefusal.EXTERNAL_ID_INVALID,
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "PUT " + CART,
                            "saveShopCart",
                            "ShopCartDraft",
                            "ShopCartAnswer",
                            CommerceRefusal.values()),
                    erasing(CART, "removeShopCart"),
                    route(
                            Door.INTEGRATION,
                            "GET " + PRODUCTS,
                            "listProducts",
                            null,
                            "ProductPage",
                            CommerceRefusal.EXTERNAL_ID_INVALID),
                    route(
                            Door.INTEGRATION,
                            "GET " + PRODUCT,
                            "readProduct",
                            null,
                            "ProductAnswer",
                            CommerceRefusal.EXTERNAL_ID_INVALID,
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "PUT " + PRODUCT,
                            "saveProduct",
                            "ProductDraft",
                            "ProductAnswer",
                            ofNobody()),
                    erasing(PRODUCT, "removeProduct"),
                    route(
                            Door.INTEGRATION,
                            "GET " + ORDERS,
                            "listOrders",
                            null,
                            "OrderPage",
                            CommerceRefusal.EXTERNAL_ID_INVALID),
                    route(
                            Door.INTEGRATION,
                            "GET " + ORDER,
                            "readOrder",
                            null,
                            "OrderAnswer",
                            CommerceRefusal.EXTERNAL_ID_INVALID,
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "PUT " + ORDER,
                            "saveOrder",
                            "OrderDraft",
                            "OrderAnswer",
                            CommerceRefusal.values()),
                    erasing(ORDER, "removeOrder"),
                    route(
                            Door.INTEGRATION,
                            "GET " + CONVERSATIONS,
                            "listApiConversations",
                            null,
                            "ApiConversationPage"),
                    route(
                            Door.INTEGRATION,
                            "GET " + CONVERSATION,
                            "readApiConversation",
                            null,
                            "ApiConversationAnswer",
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "GET " + CONVERSATION + "/messages",
                            "readApiMessages",
                            null,
                            "ApiMessagePage",
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "GET " + CONVERSATION + "/messages/{message}",
                            "readApiMessage",
                            null,
                            "ApiMessageAnswer",
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "PUT " + CONVERSATION + "/messages/{message}",
                            "postApiMessage",
                            "ApiMessageDraft",
                            "ApiMessageAnswer",
                            MessageRefusal.TEXT_EMPTY,
                            MessageRefusal.TEXT_TOO_LONG,
                            MessageRefusal.TEXT_INVALID,
                            MessageRefusal.CLIENT_ID_REUSED,
                            MessageRefusal.SENDER_BLOCKED,
                            CardRefusal.TOO_MANY_CARDS,
                            CardRefusal.PRODUCT_NOT_FOUND,
                            CardRefusal.CODE_INVALID,
                            CardRefusal.CARDS_NOT_POSSIBLE,
                            CommerceRefusal.EXTERNAL_ID_INVALID,
                            ConversationRefusal.CONVERSATION_CONTINUED,
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "PUT " + CONVERSATION + "/status",
                            "turnApiConversation",
                            "ApiStatusDraft",
                            "ApiConversationAnswer",
                            ConversationRefusal.CONVERSATION_CONTINUED,
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "GET " + IMPORT,
                            "readImport",
                            null,
                            "DataImportAnswer",
                            HttpRefusal.NOT_FOUND),
                    route(
                            Door.INTEGRATION,
                            "PUT " + IMPORT + "/lines/{from}",
                            "uploadImportLines",
                            null,
                            "DataImportAnswer",
                            ImportRefusal.IMPORT_GAP,
                            CommerceRefusal.TOO_MANY_ENTRIES,
                            HttpRefusal.INVALID_VALUE,
                            HttpRefusal.NOT_FOUND,
                            HttpRefusal.FILE_TOO_LARGE));

    private IntegrationRoutes() {}

    private static ApiRoute erasing(String path, String id) {
        return new ApiRoute(
                Door.INTEGRATION,
                "DELETE " + path,
                id,
                ApiRoute.words(id),
                null,
                204,
                null,
                List.of(CommerceRefusal.EXTERNAL_ID_INVALID));
    }

    /// Of what is nobody's, whoever was erased.
    private static Refusal[] ofNobody() {
        return Arrays.stream(CommerceRefusal.values())
                .filter(refusal -> refusal != CommerceRefusal.ERASED_SINCE)
                .toArray(Refusal[]::new);
    }

    private static ApiRoute route(
            Door door,
            String route,
            String id,
            @Nullable String request,
            String answer,
            Refusal... refusals) {
        return new ApiRoute(
                door, route, id, ApiRoute.words(id), request, 200, answer, List.of(refusals));
    }
}
