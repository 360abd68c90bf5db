package dev.shopbell.contract;

import static dev.shopbell.contract.SamplesTest.hidden;

import java.util.Map;

/// What the samples are of that stores' own systems send and get, and those of their keys.
final class IntegrationShapes {

    private static final String KEYS = "inbox.apikey.ApiKeysResource$";

    private static final String CONVERSATIONS = "api.ConversationsResource$";
    private static final String MESSAGES = "api.MessagesResource$";
    private static final String IDENTITY_KEYS = "inbox.identity.IdentityKeysResource$";

    private IntegrationShapes() {}

    static Map<String, Class<?>> all() {
        return Map.ofEntries(
                Map.entry("staff-api-keys", hidden(KEYS + "ApiKeysView")),
                Map.entry("staff-api-key-made", hidden(KEYS + "MadeView")),
                Map.entry("staff-identity-keys", hidden(IDENTITY_KEYS + "IdentityKeysView")),
                Map.entry("staff-identity-key-made", hidden(IDENTITY_KEYS + "MadeView")),
                Map.entry("request-identity-key", hidden(IDENTITY_KEYS + "WantedKey")),
                Map.entry("request-shopper-identity", hidden("widget.IdentityResource$Shown")),
                Map.entry("request-shopper-claim", hidden("widget.IdentityResource$Led")),
                Map.entry(
                        "shopper-confirmation", hidden("widget.IdentityResource$ConfirmationView")),
                Map.entry("request-api-key", hidden(KEYS + "WantedKey")),
                Map.entry("v1-store", hidden("api.StoreResource$ApiStoreView")),
                Map.entry("v1-customer", hidden("api.CustomersResource$ShopCustomerAnswer")),
                Map.entry("v1-customers", hidden("api.CustomersResource$ShopCustomerPage")),
                Map.entry("request-v1-customer", hidden("commerce.ShopCustomerDraft")),
                Map.entry("v1-product", hidden("api.ProductsResource$ProductAnswer")),
                Map.entry("v1-products", hidden("api.ProductsResource$ProductPage")),
                Map.entry("request-v1-product", hidden("commerce.ProductDraft")),
                Map.entry("v1-order", hidden("api.OrdersResource$OrderAnswer")),
                Map.entry("v1-orders", hidden("api.OrdersResource$OrderPage")),
                Map.entry("request-v1-order", hidden("commerce.OrderDraft")),
                Map.entry("v1-cart", hidden("api.CartsResource$ShopCartAnswer")),
                Map.entry("request-v1-cart", hidden("commerce.ShopCartDraft")),
                Map.entry("v1-conversation", hidden(CONVERSATIONS + "ApiConversationAnswer")),
                Map.entry("v1-conversations", hidden(CONVERSATIONS + "ApiConversationPage")),
                Map.entry("v1-messages", hidden(MESSAGES + "ApiMessagePage")),
                Map.entry("v1-message", hidden(MESSAGES + "ApiMessageAnswer")),
                Map.entry("request-v1-message", hidden(MESSAGES + "NewApiMessage")),
                Map.entry("request-v1-status", hidden(CONVERSATIONS + "WantedStatus")),
                Map.entry("v1-import", hidden("api.ImportsResource$DataImportAnswer")));
    }
}
