package dev.shopbell.message.quickreply;

import org.jspecify.annotations.Nullable;

/// What is wrong on a line of a file of quick replies. The code is a refusal's, or one of
/// `columns_missing`, `field_missing`, `file_malformed`, `shortcut_repeated`; `field` is a column.
public record Mistake(long line, String code, @Nullable String field) {}
