package dev.shopbell.commerce;

import org.jspecify.annotations.Nullable;

/// What is wrong with a line of an import: the code that a request with it alone would have been
/// refused with, and the field at fault.
public record ImportMistake(long line, String code, @Nullable String field) {}
