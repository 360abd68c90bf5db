package dev.shopbell.app.demo;

import dev.shopbell.app.demo.DemoData.Dialogue;
import dev.shopbell.app.demo.DemoData.Person;
import dev.shopbell.app.demo.DemoData.Turn;
import dev.shopbell.app.demo.DemoThread.Line;
import dev.shopbell.commerce.OrderLink;
import dev.shopbell.message.MessageKind;
import dev.shopbell.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes some four months of a shop's conversations out of the demo's texts, the same ones at every
/// first start: the newest as they were written for their people, the rest spread back in time.
final class DemoHistory {

    private static final Duration NEWEST_OF_THE_REST = Duration.ofHours(26);
    private static final Duration OLDEST = Duration.ofDays(120);
    private static final int LEFT_OPEN = 16; // of those not written for a person
    private static final double CUT_SHORT = 0.3;
    private static final double ASSIGNED = 0.08;
    private static final Duration CAFE_WROTE = Duration.ofHours(29);

    private final DemoData data;
    private final DemoGoods goods;
    private final List<DemoCustomerSql.Known> known;
    private final Map<String, StaffId> staffByEmail;
    private final List<StaffId> staff;
    private final RandomGenerator random;
    private final Instant now;
    private final String shopOrigin;

    DemoHistory(
            DemoData data,
            DemoGoods goods,
            Map<String, StaffId> staffByEmail,
            RandomGenerator random,
            Instant now,
            String shopOrigin) {
        this.data = data;
        this.goods = goods;
        this.known = data.shopCustomers();
        this.staffByEmail = staffByEmail;
        this.staff = List.copyOf(staffByEmail.values());
        this.random = random;
        this.now = now;
        this.shopOrigin = shopOrigin;
    }

    /// Oldest activity first, as it would have come about.
    List<DemoThread> threads() {
        List<Person> people = data.people();
        List<Dialogue> written = data.dialogues();
        List<Dialogue> forAnybody = written.stream().filter(d -> d.person() == null).toList();
        List<DemoThread> threads = new ArrayList<>();
        int own = 0;
        for (Dialogue dialogue : written) {
            if (dialogue.person() != null) {
                threads.add(recent(people.get(dialogue.person()), dialogue));
                own++;
            }
        }
        int open = 0;
        for (Person person : people.subList(own, people.size())) {
            DemoThread thread = past(person, forAnybody, open < LEFT_OPEN);
            open += thread.resolved() ? 0 : 1;
            threads.add(thread);
        }
        threads.add(cafe());
        threads.sort(Comparator.comparing(DemoThread::lastAt));
        return threads;
    }

    private DemoThread recent(Person person, Dialogue dialogue) {
        long minutesAgo = dialogue.minutesAgo() == null ? 0 : dialogue.minutesAgo();
        String assignee = dialogue.assignee();
        return new DemoThread(
                person,
                dialogue.label(),
                linesEnding(
                        now.minus(Duration.ofMinutes(minutesAgo)),
                        dialogue.turns(),
                        texts(Map.of()),
                        person),
                dialogue.resolved(),
                assignee == null ? null : staffByEmail.get(assignee),
                !Boolean.TRUE.equals(dialogue.unread()));
    }

    private DemoThread past(Person person, List<Dialogue> dialogues, boolean mayBeOpen) {
        List<Dialogue> spoken =
                dialogues.stream()
                        .filter(dialogue -> person.language().startsWith(dialogue.language()))
                        .toList();
        Dialogue dialogue = oneOf(spoken.isEmpty() ? dialogues : spoken);
        boolean open = mayBeOpen && !dialogue.resolved();
        Duration spread = OLDEST.minus(NEWEST_OF_THE_REST);
        double way = Math.pow(random.nextDouble(), 1.6) * (open ? 0.06 : 1);
        Instant end =
                now.minus(NEWEST_OF_THE_REST).minusSeconds(Math.round(spread.toSeconds() * way));
        return new DemoThread(
                person,
                dialogue.label(),
                linesEnding(
                        end,
                        open ? dialogue.turns() : cut(dialogue.turns()),
                        texts(Map.of()),
                        person),
                !open,
                random.nextDouble() < ASSIGNED ? oneOf(staff) : null,
                true);
    }

    /// The customer who has ordered every few days for years.
    private DemoThread cafe() {
        DemoData.LongThread written = data.longThread();
        List<Turn> turns = new LongDemoThread(written, random, shopOrigin).turns();
        Instant end = now.minus(CAFE_WROTE);
        return new DemoThread(
                written.customer(),
                "Wholesale",
                linesEnding(end, turns, texts(Map.of()), written.customer()),
                false,
                null,
                true);
    }

    /// Sometimes without the last words, so that repeats do not all end alike; never to nothing.
    private List<Turn> cut(List<Turn> turns) {
        boolean shortened = turns.size() > 2 && random.nextDouble() < CUT_SHORT;
        return shortened ? turns.subList(0, random.nextInt(2, turns.size())) : turns;
    }

    private List<Line> linesEnding(Instant end, List<Turn> turns, DemoTexts texts, Person writer) {
        StaffId answering = oneOf(staff);
        long whole = turns.stream().skip(1).mapToLong(Turn::minutesLater).sum();
        Instant at = end.minus(Duration.ofMinutes(whole));
        List<Line> lines = new ArrayList<>();
        for (Turn turn : turns) {
            at = lines.isEmpty() ? at : at.plus(Duration.ofMinutes(turn.minutesLater()));
            MessageKind kind = MessageKind.of(turn.from());
            lines.add(
                    new Line(
                            kind,
                            author(kind, turn.by(), answering),
                            texts.fill(turn.text()),
                            turn.product() == null
                                    ? List.of()
                                    : List.of(goods.card(turn.product())),
                            named(turn.text(), writer),
                            at));
        }
        return lines;
    }

    /// The orders of whoever writes that a text names.
    private List<OrderLink> named(String text, Person writer) {
        return known.stream()
                .filter(customer -> customer.linked() && customer.email().equals(writer.email()))
                .flatMap(customer -> customer.orders().stream())
                .filter(order -> text.contains(order.number()))
                .map(order -> new OrderLink(order.number(), order.url(shopOrigin), true))
                .toList();
    }

    private @Nullable StaffId author(MessageKind kind, @Nullable String by, StaffId otherwise) {
        if (kind == MessageKind.CUSTOMER) {
            return null;
        }
        return by == null ? otherwise : staffByEmail.getOrDefault(by, otherwise);
    }

    private DemoTexts texts(Map<String, List<String>> values) {
        return new DemoTexts(values, random, shopOrigin);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
