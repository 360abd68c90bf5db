package dev.shopbell.customer;

import java.util.HexFormat;

/// Where somebody writes from, as a keyed hash of their network address in hexadecimal: the same
/// address is recognised, and nobody can tell which one it is.
public record NetworkTrace(String value) {

    public byte[] hash() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return "***";
    }
}
