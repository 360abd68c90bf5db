package dev.shopbell.message.quickreply;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the quick replies that share telling words with a message.
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

    /// A word tells the more the fewer quick replies have it, and twice as much in a title. Offered
    /// is what has a telling word in its title, or several of the message's in its text: a third of
    /// them at least, so that a long message does not find something in everything.
    List<Suggestion> fitting(String message, int most) {
        return tx.createQuery(
                        """
                        WITH said AS (
                            SELECT w.word, min(w.place) AS place
                              FROM (SELECT btrim(search_text(r.raw)) AS word, lower(r.raw) AS raw, r.place
                                      FROM regexp_split_to_table(left(:message, 2000), '[^[:alnum:]]+')
                                           WITH ORDINALITY AS r (raw, place)) w
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
                        sought AS (
                            SELECT s.word, s.place, q.query || q.begun AS query, count(*) OVER () AS words
                              FROM said s
                             CROSS JOIN LATERAL (
                                   SELECT plainto_tsquery('pg_catalog.simple', s.word)
                                          || plainto_tsquery('pg_catalog.english', s.word) AS query,
                                          CASE WHEN char_length(s.word) > 5 AND s.word !~ ' '
                                               THEN (plainto_tsquery('pg_catalog.simple', left(s.word, -1))::text || ':*')::tsquery
                                               ELSE ''::tsquery END AS begun) q
                             WHERE numnode(q.query) > 0),
                        met AS (
                            SELECT r.quick_reply_id, s.word, s.place, s.words, r.title_words @@ s.query AS in_title,
                                   count(*) OVER (PARTITION BY s.word) AS having
                              FROM quick_reply r
                              JOIN sought s ON r.title_words @@ s.query OR r.body_words @@ s.query
                             WHERE r.store_id = :store),
                        scored AS (
                            SELECT m.quick_reply_id,
                                   sum(ln(1 + a.number::float8 / m.having) * CASE WHEN m.in_title THEN 2 ELSE 1 END) AS score,
                                   array_agg(m.word ORDER BY m.place) AS words,
                                   bool_or(m.in_title) AS in_title,
                                   count(*) >= 2 AND count(*) * 3 >= min(m.words) AS is_close
                              FROM met m
                             CROSS JOIN (SELECT count(*) AS number FROM quick_reply WHERE store_id = :store) a
                             WHERE m.having <= GREATEST(2, a.number / 2)
                             GROUP BY m.quick_reply_id)
                        SELECT r.quick_reply_id, r.title, r.body, s.words
                          FROM scored s
                          JOIN quick_reply r ON r.store_id = :store AND r.quick_reply_id = s.quick_reply_id
                         WHERE s.in_title OR s.is_close
                         ORDER BY s.score DESC,
                                  (SELECT count(*) FROM quick_reply_use u
                                    WHERE u.store_id = :store AND u.quick_reply_id = r.quick_reply_id
                                      AND u.staff_id = :member) DESC,
                                  r.position, r.quick_reply_id
                         LIMIT :most
                        """)
                .bind("store", member.store().value())
                .bind("member", member.staff().value())
                .bind("message", message)
                .bindArray("polite", String.class, POLITE)
                .bind("most", most)
                .map((row, _) -> suggestion(row))
                .list();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                new QuickReplyId(row.getObject("quick_reply_id", UUID.class)),
                row.getString("title"),
                row.getString("body"),
                List.of((String[]) row.getArray("words").getArray()));
    }
}
