package dev.shopbell.message.quickreply;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the prepared answers that share telling words with a message.
final class SuggestionSql {

    /// Words people are polite with, and some they always use. Those that only hold a sentence
    /// together PostgreSQL knows.
    private static final List<String> POLITE =
            List.of(
                    "hello",
                    "hi",
                    "hey",
                    "dear",
                    "thanks",
                    "thank",
                    "please",
                    "sorry",
                    "ok",
                    "okay",
                    "yes",
                    "great",
                    "perfect",
                    "good",
                    "morning",
                    "day",
                    "evening",
                    "bye",
                    "regards",
                    "cheers",
                    "way",
                    "time",
                    "thing",
                    "still",
                    "much",
                    "many",
                    "want",
                    "need",
                    "know",
                    "like",
                    "get",
                    "got",
                    "could",
                    "would",
                    "hallo",
                    "bitte",
                    "danke",
                    "guten",
                    "tag",
                    "gruss",
                    "bonjour",
                    "salut",
                    "merci",
                    "svp",
                    "hola",
                    "gracias",
                    "favor",
                    "buenos",
                    "dias",
                    "ciao",
                    "grazie",
                    "prego",
                    "ola",
                    "obrigado",
                    "obrigada",
                    "czesc",
                    "prosze",
                    "dziekuje",
                    "dzien",
                    "dobry",
                    "hej",
                    "tack",
                    "привет",
                    "спасибо",
                    "пожалуйста",
                    "مرحبا",
                    "شكرا");

    /// Letters of languages that are written without blanks.
    private static final String UNSPACED =
            "[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005\\u3041-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uFF66-\\uFF9F]";

    private static final String UNSPACED_WHOLE = UNSPACED + "+";

    /// Chinese characters that hold sentences together, and days, which every message may name.
    private static final String BINDING =
            "[的了是我你您他她们們吗嗎呢吧请請问問有没沒不在这這那个個和也都就会會能可以要想么麼什怎哪谢謝好很把被给給对對]|[今昨明]日|本日|大変|質問|対応";

    private static final String POLITE_UNSPACED =
            "สวัสดี|ขอบคุณ|รบกวน|สอบถาม|ครับ|ค่ะ|คะ|ได้ไหม|อยากทราบ|ต้องการ";

    private final StoreTransaction tx;
    private final Member member;

    SuggestionSql(StoreTransaction tx, Member member) {
        this.tx = tx;
        this.member = member;
    }

    /// What the customer wrote last; neither where they wrote nothing.
    record Said(@Nullable Long seq, @Nullable String text) {}

    /// Empty when there is no such conversation or it is hidden.
    Optional<Said> lastOfCustomer(ConversationId conversation) {
        return tx.createQuery(
                        """
                        SELECT m.seq, m.body
                          FROM conversation c
                          LEFT JOIN LATERAL (SELECT m.seq, m.body
                                               FROM message m
                                              WHERE m.store_id = c.store_id
                                                AND m.conversation_id = c.conversation_id
                                                AND m.kind = 'customer'
                                              ORDER BY m.seq DESC
                                              LIMIT 1) m ON true
                         WHERE c.store_id = :store
                           AND c.conversation_id = :conversation
                           AND may_see(c.assignee_id, :member, :readsAssigned)
                        """)
                .bind("store", member.store().value())
                .bind("member", member.staff().value())
                .bind("readsAssigned", ConversationAccess.readsAssigned(member))
                .bind("conversation", conversation.value())
                .map((row, _) -> new Said(row.getObject("seq", Long.class), row.getString("body")))
                .findOne();
    }

    /// A word tells the more the fewer answers have it, and twice as much in a title. Offered is
    /// what has a telling word in its title, or several of the message's in its text: a third of
    /// them at least, so that a long message does not find something in everything.
    ///
    /// Where words are written without blanks, pairs of Chinese characters, threes of Katakana and
    /// fours of the letters of Thai, Lao, Burmese and Khmer stand for words: most words there are
    /// so long, and search keeps every such letter with its place. Pairs with a letter that only
    /// holds a sentence together are none, and neither is Hiragana, which does nothing else. Of
    /// fours it takes two to tell something.
    List<Suggestion> fitting(String message, int most) {
        return tx.createQuery(
                        """
                        WITH prepared AS (
                            SELECT 'quick_reply' AS kind, r.quick_reply_id AS id, r.title, r.body, r.position,
                                   r.title_words, r.body_words
                              FROM quick_reply r
                             WHERE r.store_id = :store
                             UNION ALL
                            SELECT 'faq', f.faq_id, f.question, f.answer, f.position,
                                   f.question_words, f.answer_words
                              FROM faq f
                             WHERE f.store_id = :store AND f.shown),
                        words AS (
                            SELECT w.word, min(w.place) AS place
                              FROM (SELECT btrim(search_text(r.raw)) AS word, lower(r.raw) AS raw, r.place
                                      FROM regexp_split_to_table(left(:message, 2000), '[^[:alnum:]]+')
                                           WITH ORDINALITY AS r (raw, place)
                                     WHERE r.raw !~ :unspaced) w
                             WHERE char_length(w.word) > 1
                               AND w.word !~ '^[0-9 ]*$'
                               AND w.word <> ALL (:polite)
                               AND NOT EXISTS (
                                   SELECT FROM unnest(ARRAY['english_stem', 'german_stem', 'french_stem', 'spanish_stem',
                                                            'italian_stem', 'portuguese_stem', 'dutch_stem', 'swedish_stem',
                                                            'danish_stem', 'norwegian_stem', 'finnish_stem', 'hungarian_stem',
                                                            'russian_stem']::regdictionary[]) AS d (dictionary)
                                    WHERE ts_lexize(d.dictionary, w.raw) = '{}')
                             GROUP BY w.word
                             ORDER BY place
                             LIMIT 40),
                        runs AS (
                            SELECT r.found[1] AS run, r.place,
                                   CASE WHEN r.found[1] ~ '^[\\u3005\\u3400-\\u9FFF]' THEN 2
                                        WHEN r.found[1] ~ '^[\\u30A1-\\u30FC]' THEN 3 ELSE 4 END AS size
                              FROM regexp_matches(
                                       regexp_replace(normalize(left(:message, 2000), NFKC), :politeUnspaced, ' ', 'g'),
                                       '([\\u3005\\u3400-\\u4DBF\\u4E00-\\u9FFF]+|[\\u30A1-\\u30FA\\u30FC]+|[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF]+)',
                                       'g') WITH ORDINALITY AS r (found, place)),
                        pieces AS (
                            SELECT substr(r.run, p.at, r.size) AS piece, r.size, min(r.place * 2000 + p.at) AS place
                              FROM runs r
                             CROSS JOIN LATERAL generate_series(1, char_length(r.run) - r.size + 1) AS p (at)
                             WHERE substr(r.run, p.at, r.size) !~ :binding
                             GROUP BY piece, r.size
                             ORDER BY place
                             LIMIT 40),
                        said AS (
                            SELECT w.word, w.place, 2 AS weight,
                                   plainto_tsquery('pg_catalog.simple', w.word)
                                   || plainto_tsquery('pg_catalog.english', w.word)
                                   || CASE WHEN char_length(w.word) > 5 AND w.word !~ ' '
                                           THEN (plainto_tsquery('pg_catalog.simple', left(w.word, -1))::text || ':*')::tsquery
                                           ELSE ''::tsquery END AS query
                              FROM words w
                             UNION ALL
                            SELECT p.piece, p.place, CASE p.size WHEN 4 THEN 1 ELSE 2 END,
                                   phraseto_tsquery('pg_catalog.simple', search_text(p.piece))
                              FROM pieces p),
                        sought AS (
                            SELECT s.word, s.place, s.weight, s.query, count(*) OVER () AS words
                              FROM said s
                             WHERE numnode(s.query) > 0),
                        met AS (
                            SELECT p.kind, p.id, s.word, s.place, s.weight, s.words, p.title_words @@ s.query AS in_title,
                                   count(*) OVER (PARTITION BY s.word) AS having
                              FROM prepared p
                              JOIN sought s ON p.title_words @@ s.query OR p.body_words @@ s.query),
                        scored AS (
                            SELECT m.kind, m.id,
                                   sum(ln(1 + a.number::float8 / m.having) * CASE WHEN m.in_title THEN 2 ELSE 1 END) AS score,
                                   array_agg(m.word ORDER BY m.place) AS words,
                                   COALESCE(sum(m.weight) FILTER (WHERE m.in_title), 0) >= 2 AS in_title,
                                   count(*) >= 2 AND count(*) * 3 >= min(m.words) AS is_close
                              FROM met m
                             CROSS JOIN (SELECT count(*) AS number FROM prepared) a
                             WHERE m.having <= GREATEST(2, a.number / 2)
                             GROUP BY m.kind, m.id)
                        SELECT p.kind, p.id, p.title, p.body, s.words
                          FROM scored s
                          JOIN prepared p ON p.kind = s.kind AND p.id = s.id
                         WHERE s.in_title OR s.is_close
                         ORDER BY s.score DESC,
                                  (SELECT count(*) FROM quick_reply_use u
                                    WHERE u.store_id = :store AND u.quick_reply_id = p.id
                                      AND u.staff_id = :member) DESC,
                                  p.kind DESC, p.position, p.id
                         LIMIT :most
                        """)
                .bind("store", member.store().value())
                .bind("member", member.staff().value())
                .bind("message", message)
                .bind("unspaced", UNSPACED)
                .bind("binding", BINDING)
                .bind("politeUnspaced", POLITE_UNSPACED)
                .bindArray("polite", String.class, POLITE)
                .bind("most", most)
                .map((row, _) -> suggestion(row))
                .list();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                Suggestion.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("body"),
                joined(List.of((String[]) row.getArray("words").getArray())));
    }

    /// Pieces that overlap as what they were cut from.
    private static List<String> joined(List<String> pieces) {
        List<String> words = new ArrayList<>();
        for (String piece : pieces) {
            String before = words.isEmpty() ? "" : words.getLast();
            if (piece.matches(UNSPACED_WHOLE)
                    && before.endsWith(piece.substring(0, piece.length() - 1))) {
                words.set(words.size() - 1, before + piece.substring(piece.length() - 1));
            } else {
                words.add(piece);
            }
        }
        return words;
    }
}
