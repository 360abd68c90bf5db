package dev.shopbell.commerce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Many rows for one statement that takes them all: each column is an array of texts, in the order
/// of the rows, which the statement casts to what it is. A statement for each row would take
/// several times as long.
final class Columns<T> {

    private final Update statement;
    private final List<T> rows;

    Columns(Update statement, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    Columns<T> bind(String name, Function<T, @Nullable Object> value) {
        List<@Nullable String> texts = new ArrayList<>(rows.size());
        for (T row : rows) {
            Object cell = value.apply(row);
            texts.add(cell == null ? null : cell.toString());
        }
        statement.bindArray(name, String.class, texts.toArray());
        return this;
    }

    void execute() {
        if (!rows.isEmpty()) {
            statement.execute();
        }
    }
}
