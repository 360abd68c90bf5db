package dev.shopbell.widget;

import java.util.List;

/// A range of the customer's thread, oldest first, with the conversation's numbers.
public record ShopperThread(ShopperConversation conversation, List<ShopperMessage> messages) {}
