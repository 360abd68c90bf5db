package dev.shopbell.widget;

import java.util.List;

/// A range of the customer's thread, oldest first, with the conversation's numbers, and who they
/// are in the addresses of its files ([Viewers]).
public record ShopperThread(
        ShopperConversation conversation, List<ShopperMessage> messages, String viewer) {}
