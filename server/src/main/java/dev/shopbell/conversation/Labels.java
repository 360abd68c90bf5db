package dev.shopbell.conversation;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Short tags on conversations. A label comes into being with its first use, and is written
/// everywhere as it was written then.
@Singleton
public final class Labels {

    private static final int LONGEST = 40;
    private static final int MOST = 10;

    private final Database database;
    private final Handlings handlings;
    private final InstantSource clock;

    Labels(Database database, Handlings handlings, InstantSource clock) {
        this.database = database;
        this.handlings = handlings;
        this.clock = clock;
    }

    /// The labels that a member may know of, in the order of their names: those that everybody
    /// does, and those of conversations that are or were theirs.
    public List<String> of(Member member) {
        return database.inStore(
                member.store(), tx -> new LabelSql(tx).known(member.store(), member.staff()));
    }

    /// What a conversation is labelled with may be known by whoever sees it from now on.
    static void tell(StoreTransaction tx, Conversation conversation) {
        new LabelSql(tx).tell(conversation);
    }

    /// Exactly these, instead of those that the conversation has.
    public ConversationSummary set(Member member, ConversationId id, List<String> labels) {
        List<String> wanted = checked(labels);
        return change(member, id, _ -> wanted);
    }

    /// One more; the same again changes nothing.
    public ConversationSummary add(Member member, ConversationId id, String label) {
        List<String> wanted = checked(List.of(label));
        return change(member, id, has -> joined(has, wanted));
    }

    public ConversationSummary remove(Member member, ConversationId id, String label) {
        return change(
                member,
                id,
                has -> has.stream().filter(each -> !each.equalsIgnoreCase(label)).toList());
    }

    private ConversationSummary change(
            Member member, ConversationId id, UnaryOperator<List<String>> change) {
        return database.inStore(
                member.store(),
                tx -> {
                    Conversation conversation = handlings.visible(tx, member, id);
                    List<String> has = conversation.handling().labels();
                    LabelSql sql = new LabelSql(tx);
                    List<String> wanted =
                            change.apply(has).stream()
                                    .map(label -> sql.named(member.store(), label, clock.instant()))
                                    .sorted(String.CASE_INSENSITIVE_ORDER)
                                    .distinct()
                                    .toList();
                    if (wanted.size() > MOST) {
                        throw new RefusedException(ConversationRefusal.LABELS_TOO_MANY, "labels");
                    }
                    if (!wanted.equals(has)) {
                        handlings.audit(
                                tx,
                                member,
                                conversation,
                                "conversation_labelled",
                                // How many, not which: a label is a word somebody typed.
                                Map.of("labels", wanted.size()));
                        Conversation changed =
                                conversation.handledQuietly(
                                        conversation.handling().labelled(wanted));
                        sql.tell(changed);
                        sql.tell(changed, member.staff());
                        Handlings.announce(tx, changed, new HandlingSql(tx).saveLabels(changed));
                    }
                    return Handlings.summary(tx, member, id);
                });
    }

    private static List<String> joined(List<String> has, List<String> more) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        has.forEach(label -> all.put(label, label));
        more.forEach(label -> all.putIfAbsent(label, label));
        return List.copyOf(all.values());
    }

    private static List<String> checked(List<String> labels) {
        if (labels.size() > MOST) {
            throw new RefusedException(ConversationRefusal.LABELS_TOO_MANY, "labels");
        }
        return labels.stream().map(Labels::checked).toList();
    }

    private static String checked(String label) {
        String name = PlainText.name(label);
        if (!PlainText.isName(name) || PlainText.length(name) > LONGEST) {
            throw new RefusedException(ConversationRefusal.LABEL_INVALID, "labels");
        }
        return name;
    }
}
