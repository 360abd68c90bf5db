package dev.shopbell.commerce;

/// Where an order is to be seen; its number as people write it: `#1002`. `isProven`: it is known to
/// be of whoever writes, by the store's word or by their address, and not only by a staff member's.
public record OrderLink(String number, String url, boolean isProven) {}
