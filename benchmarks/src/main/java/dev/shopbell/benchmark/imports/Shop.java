package dev.shopbell.benchmark.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a shop tells of itself, line by line: its customers, then their orders, and among them, at
/// known places, lines that are wrong. Always the same; nothing of it is kept in memory.
record Shop(int customers, int orders) {

    /// One line in so many is wrong.
    private static final int WRONG_ONE_IN = 1_000;

    private static final Instant CHANGED = Instant.parse("2026-11-16T09:00:00Z");
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_LINES = 10_000;

    /// Lines that go together; `first` is the number of the first one, counted from 1.
    record Part(int first, String lines) {}

    int lines() {
        return customers + orders + wrong();
    }

    int wrong() {
        return (customers + orders) / WRONG_ONE_IN;
    }

    /// The numbers of the first lines that are wrong.
    List<Integer> wrongLines(int most) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = 1; n <= Math.min(most, wrong()); n++) {
            numbers.add(n * (WRONG_ONE_IN + 1));
        }
        return numbers;
    }

    /// All lines from this number on, in parts as large as they may be.
    void tell(int from, Consumer<Part> hear) {
        StringBuilder lines = new StringBuilder();
        int first = from;
        for (int number = from; number <= lines(); number++) {
            String line = line(number);
            if (lines.length() + line.length() >= MOST_CHARACTERS || number - first == MOST_LINES) {
                hear.accept(new Part(first, lines.toString()));
                lines.setLength(0);
                first = number;
            }
            lines.append(line).append('\n');
        }
        hear.accept(new Part(first, lines.toString()));
    }

    /// Of plain letters only, so that its characters are its bytes.
    private String line(int number) {
        if (number % (WRONG_ONE_IN + 1) == 0) {
            return """
            {"type":"order","id":"wrong-%d","number":"#0","total":"a lot"}\
            """
                    .formatted(number);
        }
        int right = number - 1 - number / (WRONG_ONE_IN + 1);
        return right < customers ? customer(right) : order(right - customers);
    }

    private static String customer(int n) {
        return """
        {"type":"customer","id":"c-%d","name":"Anna Kowalska %d","email":"anna-%d@example.com",\
        "phone":"+48 58 123 45 67","marketing":"subscribed","address":{"line1":"Bell Street %d",\
        "city":"Gdynia","postalCode":"81-001","country":"PL"},"language":"pl",\
        "registeredAt":"%s","changedAt":"%s"}\
        """
                .formatted(n, n, n, n % 200, CHANGED.minusSeconds(600L * n), CHANGED);
    }

    private String order(int n) {
        int customer = n % customers;
        return """
        {"type":"order","id":"o-%d","number":"#%d","customerId":"c-%d","email":"anna-%d@example.com",\
        "placedAt":"%s","currency":"EUR","total":8900,"paymentStatus":"paid",\
        "fulfilmentStatus":"fulfilled","url":"https://shop.example.com/orders/%d","lines":[\
        {"productId":"p-7","title":"Mixing bowl","variant":"Ash","quantity":2,"price":4200},\
        {"productId":"p-9","title":"Salt pot","quantity":1,"price":500}],"changedAt":"%s"}\
        """
                .formatted(
                        n,
                        1_000 + n,
                        customer,
                        customer,
                        CHANGED.minusSeconds(60L * n),
                        1_000 + n,
                        CHANGED);
    }
}
