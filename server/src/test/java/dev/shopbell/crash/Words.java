package dev.shopbell.crash;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What people write: never the same twice, in several scripts, mostly short and now and then as
/// long as allowed.
final class Words {

    private static final List<String> SAID =
            List.of(
                    "Do you deliver to Malta?",
                    "هل يمكنني إرجاعه؟",
                    "Gdzie jest moja paczka? 📦",
                    "<script>alert('no')</script>",
                    "It's 5 € \"cheaper\" elsewhere \\ really; DROP TABLE message;--",
                    "二つください 👩‍👩‍👧\nありがとう",
                    "https://shop.example/p?a=1&b=%20");

    private Words() {}

    static String about(UUID id, RandomGenerator random) {
        String said = SAID.get(random.nextInt(SAID.size()));
        int times = random.nextInt(100) == 0 ? 9_000 / said.length() : 1;
        return id + " " + said.repeat(times);
    }
}
